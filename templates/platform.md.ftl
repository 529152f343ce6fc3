<#import "parts.ftl" as p>
<details><summary>${sign.emoji} ${platform}: ${title}<#if waived && sign.code != "could-not-measure">, regressions waived</#if></summary>

<#if unlike?size gt 0 || doubts?size gt 0>
<@section title="doubts about the samples">
<@p.notComparable/>
<@p.doubtful/>
</@section>
</#if>
<#if rows?size gt 0>
<@section title="the cases that matter">
<@p.matter/>
</@section>
</#if>
<#if failed?size gt 0>
<@section title="how cases failed">
**Failed**

<@p.failures 10/>
</@section>
</#if>
<#if budgets?size gt 0>
<@section title="budgets at risk">
**Budgets at risk**

<@p.budgetTable/>
</@section>
</#if>
<@section title="how it was measured">
**How it was measured**

<@p.method/>
</@section>
<#if again??>
<@section title="the command that repeats it">
**How to repeat it**

${again}
</@section>
</#if>
<#if inconclusive?size gt 0>
<@section title="inconclusive cases">
**Inconclusive, and what would decide it**

<@p.inconclusiveTable/>
</@section>
</#if>
<#if laws?size gt 0>
<@section title="laws and ratios">
**Laws and ratios**

<@p.lawTable/>
</@section>
</#if>
<#if cases?size gt 0>
<@section title="every case">
**Every case**

<@p.everyCase/>
</@section>
</#if>
</details>
