# Pull requests from forks, second workflow: publishes what performance measured. It has a token with write access and runs no code of the pull request.
name: performance-report
on:
  workflow_run:
    workflows: [performance]
    types: [completed]
permissions:
  actions: read
  contents: read
  checks: write
  issues: write
  pull-requests: write
jobs:
  report:
    if: contains(fromJSON('["success", "failure"]'), github.event.workflow_run.conclusion)
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    steps:
      - uses: actions/download-artifact@v4
        with:
          name: bundle
          path: bundle
          run-id: ${{ github.event.workflow_run.id }}
          github-token: ${{ github.token }}
      - uses: clnrm/bench-action@v1
        with:
          mode: report
[#if folder?has_content]
          budgets-file: "[=folder?json_string]/budgets.yaml"
[/#if]
          bundle: bundle
          github-token: ${{ github.token }}
