<#import "parts.ftl" as p>
## ${sign.emoji} ${title}<#if waived && sign.code != "could-not-measure">, regressions waived</#if>

<@p.found/>.<@p.seen/><@p.movedBeside/>

<@p.changedBudgets/>
<@p.notComparable/>
<@p.doubtful/>
<@p.unmeasuredCode/>
<#if rows?size gt 0>
<@p.matter/>
<@p.grew/>
<@p.besideGrowth/>
</#if>
<#if failed?size gt 0>
<@section title="how cases failed">
### Failed

<#list failed as one>
- ${one.sign.emoji} ${one.case}: <#if one.cause??>${one.cause} in ${one.forks}: ${one.message}<#else>${one.sign.word}</#if><#if one.onBaseAlone> (does not affect the exit status)</#if>
</#list>

<#list failed as one>
<#if one.output??>
<details><summary>last lines of ${count(one?counter)}, and the command that repeats it</summary>

${one.output}
</details>

</#if>
</#list>
</@section>
</#if>
<#if budgets?size gt 0>
<@section title="budgets at risk">
### Budgets at risk

<@p.budgetTable/>
</@section>
</#if>
<@p.unreachedCode/>
<@section title="how it was measured">
### How it was measured

<@p.method/>
</@section>
<#if again??>
<@section title="the command that repeats it">
### How to repeat it

${again}
</@section>
</#if>
<#if laws?size gt 0>
<@section title="laws and ratios">
### Laws and ratios

<@p.lawTable/>
</@section>
</#if>
<#if inconclusive?size gt 0>
<@section title="inconclusive cases">
### Inconclusive

<@p.inconclusiveTable/>
</@section>
</#if>
<#if cases?size gt 0>
<@section title="every case">
### Every case

<@p.everyCase/>
</@section>
</#if>
<@p.whither/>
