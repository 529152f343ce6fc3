<#import "parts.ftl" as p>
${marker}
Found by the scheduled run: <@p.found/>.<@p.seen/><@p.movedBeside/>

<@p.notComparable/>
<@p.doubtful/>
<#if rows?size gt 0>
<@p.matter/>
<@p.grew/>
<@p.besideGrowth/>
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
<#if again??>
**How to repeat it**

${again}
</#if>
<@section title="how it was measured">
<details><summary>How it was measured</summary>

<@p.method/>
</details>

</@section>
<#if links?size gt 0>More: <@p.whither/></#if>

The scheduled run updates this text. Close this issue after you fix the regression, or accept the regression with a waiver and a reason in ${budgetsFile}.
