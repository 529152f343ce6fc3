# Pull requests from forks, first workflow: measures without a token. The second, performance-report, publishes.
name: performance
on:
  pull_request:
permissions:
  contents: read
jobs:
  benchmark:
    runs-on: ubuntu-24.04
    steps:
[#include "steps.ftl"]
      - id: measure
        uses: clnrm/bench-action@v1
        with:
          mode: run
[#if folder?has_content]
          budgets-file: "[=folder?json_string]/budgets.yaml"
[/#if]
      - if: always() && steps.measure.outputs.bundle != ''
        uses: actions/upload-artifact@v4
        with:
          name: bundle
          path: ${{ steps.measure.outputs.bundle }}
          retention-days: 30
