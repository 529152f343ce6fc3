<#import "parts.ftl" as p>
${marker}
The scheduled run found of <@p.sides/>: ${sentence}.<@p.seen/>

<@p.notComparable/>
<@p.doubtful/>
<#if rows?size gt 0>
<@p.matter/>
</#if>
<#if failed?size gt 0>
<@section title="how cases failed">
**Failed**

<@p.failures 20/>
</@section>
</#if>
<#if budgets?size gt 0>
<@section title="budgets at risk">
**Budgets at risk**

<@p.budgetTable/>
</@section>
</#if>
**To see it again**

${again}
<@section title="how it was measured">
<details><summary>How it was measured</summary>

<@p.method/>
</details>

</@section>
<#if links?size gt 0>More: <@p.whither/></#if>

The scheduled run updates this text. Close the issue when the regression is fixed, or accept it with a waiver and a reason in ${budgetsFile}.
