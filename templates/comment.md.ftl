<#import "parts.ftl" as p>
${marker}
<#if quiet>
${sign.emoji} **${title}**: <@p.found/>.<@p.seen/><@p.movedBeside/><#if links?size gt 0> <@p.whither/></#if>

<@p.unmeasuredCode/>
<@p.unreachedCode/>
<#else>
### ${sign.emoji} ${title}<#if waived && sign.code != "could-not-measure">, regressions waived</#if>

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
<#if inconclusive?size gt 0>
<@section title="inconclusive cases">
<details><summary>Inconclusive (${count(inconclusive?size)}), and what would decide it</summary>

<@p.inconclusiveTable/>
</details>

</@section>
</#if>
<#if cases?size gt 0>
<@section title="every case">
<details><summary>Every case</summary>

<@p.everyCase/>
</details>

</@section>
</#if>
<@p.unreachedCode/>
<#if laws?size gt 0>
<@section title="laws and ratios">
<details><summary>Laws and ratios: ${count(laws?filter(l -> l.kept)?size)} of ${count(laws?size)} kept</summary>

<@p.lawTable/>
</details>

</@section>
</#if>
<@section title="how it was measured">
<details><summary>How it was measured</summary>

<@p.method/>
</details>

</@section>
<#if again??>
<@section title="the command that repeats it">
<details><summary>How to repeat it</summary>

${again}
</details>

</@section>
</#if>
<@p.whither/>
</#if>
