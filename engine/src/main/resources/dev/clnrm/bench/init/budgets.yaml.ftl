# What clnrm-bench measures, and how it judges. Written by `clnrm-bench init`; change it as you like.
# Lines like `# key: value` are examples: remove the `#` to use one. `clnrm-bench validate` checks the file,
# `clnrm-bench schema` prints all keys for an editor.
version: 1

suites:
[#list suites as suite]
  [=suite.name]:
[#if suite.jar]
    jar: [=suite.entries[0]]
[#else]
    jmh:
[#if suite.entries?has_content]
      classpath: [[=suite.entries?join(", ")]]
[/#if]
[#if suite.command?has_content]
      classpath-command: '[=suite.command]'
[/#if]
[/#if]
    # include: com\.acme\..*               # only benchmarks whose full name matches this regular expression
[/#list]

# Builds a revision: a check runs it in a copy of the base and in the work tree.
build: [=build]

[#if pinned]
measure:
  java: [=java]                                 # the project needs it
  # forks: {min: 3, max: 10}               # fresh JVMs per case
  # jvm-args: [-Xmx1g]
[#else]
# measure:
  # forks: {min: 3, max: 10}               # fresh JVMs per case
  # jvm-args: [-Xmx1g]
  # java: 21                               # the JDK to measure with
[/#if]

# Without budgets, a check fails if a benchmark is proven slower than in the base.
# fail-on: critical                        # regression (the default), warning, critical, alert or never
# thresholds: {warning: 15 %, critical: 30 %, alert: 50 %}

# Absolute limits, which every run checks.
# budgets:
  # "[=suites[0].name]/*": {time: {at most: 1 s}, because: nobody waits longer}
