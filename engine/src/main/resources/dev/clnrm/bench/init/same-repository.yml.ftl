# Only people with write access open pull requests: one step measures and comments.
name: performance
on:
  pull_request:
permissions:
  contents: read
  checks: write
  issues: write
  pull-requests: write
jobs:
  benchmark:
    runs-on: ubuntu-24.04
    steps:
[#include "steps.ftl"]
      - id: measure
        uses: clnrm/bench-action@v1
        with:
          mode: all
[#if folder?has_content]
          budgets-file: "[=folder?json_string]/budgets.yaml"
[/#if]
          github-token: ${{ github.token }}
