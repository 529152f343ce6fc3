<#-- Parts that several texts for GitHub use. ${…} escapes text from outside as code. -->

<#macro sides>${head} against ${base}</#macro>

<#macro found><#if base??><@sides/>: ${sentence}<#else>${opening}</#if></#macro>

<#macro seen><#if detectable??> A change of ${detectable} would have been seen (median of the cases).</#if></#macro>

<#macro movedBeside><#if moved?size gt 0> Moved, not judged: <#list moved as one><#if one?index lt 3>${one.name} of ${one.case} ${one.change}<#if one?index lt moved?size - 1 && one?index lt 2>, </#if></#if></#list><#if moved?size gt 3> and ${count(moved?size - 3)} more</#if>.</#if></#macro>

<#macro whither><#list links as link>${link}<#sep> · </#list></#macro>

<#macro matter>
<#assign budgeted = rows?filter(row -> row.budget??)?size gt 0>
| verdict | case | change | base | head |<#if budgeted> budget |</#if>
| :--- | :--- | ---: | ---: | ---: |<#if budgeted> ---: |</#if>
<#list rows as row>
| ${row.sign.emoji}&nbsp;${row.sign.word}<#if row.severity??>,<br>${row.severity}</#if> | ${row.case}${row.of} | ${row.change}<#if row.range??><br>${row.range}</#if> | ${row.base} | ${row.head} |<#if budgeted> <#if row.budget??>${row.budget}</#if> |</#if>
</#list>

<#if moreRows gt 0>
… and ${count(moreRows)} more.

</#if>
<#list rows?filter(row -> row.rule?? && (row.threshold?? || row.budget??) && row.sign.code != "improved") as row>
<#if row?is_first>
Decided by:

</#if>
- ${row.case}${row.of}: <#if row.threshold??>${row.threshold}<#else>over its budget</#if>, ${row.rule}<#if row.p??>, p ${row.p}</#if><#if row.notGated!false>; does not affect the exit status</#if><#if row.until??>; waived until ${row.until}</#if><#if row.because??>; because ${row.because}</#if>
<#if row?is_last>

</#if>
</#list>
</#macro>

<#macro grew>
<#list rows?filter(row -> row.grew??) as row>
<#if row?is_first>
What grew (one profiled fork per side; it may explain the change and does not affect the verdict):

</#if>
- ${row.case}${row.of}: <#list row.grew as one><#if one.share??>${one.share} of the growth is in ${one.method}<#list one.parts as part><#if part?is_first>: </#if>${part.method} ${part.share}<#sep>, </#list><#elseif one.failure??>${one.failure}<#else>${one.nothing}</#if><#sep>; </#list>
<#if row?is_last>

</#if>
</#list>
</#macro>

<#macro besideGrowth>
<#assign graphs = rows?filter(row -> row.graph??)>
<#if graphs?size gt 0>
Flame graphs of the difference, linked from the HTML report: <#list graphs as row>${row.graph}<#sep>, </#list>.

</#if>
<#assign looked = rows?filter(row -> row.beside??)>
<#if looked?size gt 0>
<details><summary>JIT compiler and heap: ${count(looked?size)} <#if looked?size == 1>case<#else>cases</#if></summary>

<#list looked as row>
<#list row.beside as one>
- ${row.case}: <#if one.grew??>${one.method} ${one.grew}<#elseif one.callee??>${one.callee} is inlined into ${one.caller} ${one.side} ${one.reason}${one.may}<#elseif one.held??>${one.held}<#else>${one.unknown}${one.failure}</#if>
</#list>
</#list>

</details>

</#if>
</#macro>

<#macro changedBudgets>
<#if budgetChanges?size gt 0>
⚠️ **This pull request changes ${budgetsFile}.** The cases of the base are judged by its budgets. The pull request changes:

<@section title="what it changes there">
<#list budgetChanges as change>
<#if change?index lt 20>
- ${change}
</#if>
</#list>
<#if budgetChanges?size gt 20>
- … and ${count(budgetChanges?size - 20)} more
</#if>

</@section>
</#if>
</#macro>

<#macro notComparable>
<#if unlike?size gt 0>
<@section title="why the two sides cannot be compared">
<#list unlike as reason>
⚠️ The two sides cannot be compared: ${reason}. Measure both sides in the same way, or use `--allow-different-hosts` to judge them anyway.

</#list>
</@section>
</#if>
</#macro>

<#macro doubtful>
<#if doubts?size gt 0>
⚠️ **Some samples are incomplete or contradict each other**, so the verdict is at best inconclusive:

<@section title="which samples these are">
<#list doubts as doubt>
- ${doubt}
</#list>

</@section>
</#if>
</#macro>

<#macro budgetTable>
| status | category | operation | budget | current | headroom |
| :--- | :--- | :--- | ---: | ---: | ---: |
<#list budgets as b>
| ${b.sign.emoji}&nbsp;${b.sign.word}<#if b.isCritical>,<br>critical</#if> | <#if b.category??>${b.category}</#if> | ${b.operation}<br>${b.of} | ${b.budget}<#if b.critical??><br>critical&nbsp;${b.critical}</#if> | ${b.current}<#if b.range??><br>${b.range}</#if> | ${b.headroom} |
</#list>

<#list budgets as b>
- ${b.operation} ${b.of}: ${b.rule}<#if b.reason??>; ${b.reason}</#if><#if b.deciding??>; ${b.deciding}</#if><#if b.because??>; because ${b.because}</#if>
</#list>

</#macro>

<#macro failures most>
<#list failedAlike as one>
<#if one?index lt most>
- ${one.sign.emoji} <#list one.cases as case>${case}<#sep>, </#list><#if one.more gt 0> and ${count(one.more)} more</#if>: <#if one.cause??>${one.cause} in ${one.forks}: ${one.message}<#else>${one.sign.word}</#if><#if one.onBaseAlone> (does not affect the exit status)</#if>
</#if>
</#list>
<#if failedAlike?size gt most>
- … and ${count(failedAlike?size - most)} more
</#if>

</#macro>

<#macro inconclusiveTable>
| case | change | what would decide it |
| :--- | ---: | :--- |
<#list inconclusive as row>
| ${row.case}${row.of} | ${row.change}<#if row.range??><br>${row.range}</#if> | <#if row.forksToDecide??>about ${count(row.forksToDecide)} forks (${row.forks} were run)<#else><#list row.reasons as reason>${reason}<#sep><br></#list></#if> |
</#list>

</#macro>

<#macro everyCase>
<#list cases as table>
**${table.title}**

|<#list table.columns as column> ${column.title} |</#list>
|<#list table.columns as column> ${column.align} |</#list>
<#list table.rows as row>
|<#list row as cell> ${cell} |</#list>
</#list>

</#list>
<#if casesOmitted??>
${casesOmitted}

</#if>
</#macro>

<#macro lawTable>
| law | measured | required | status | rule |
| :--- | ---: | :--- | :--- | :--- |
<#list laws as law>
| ${law.law} | ${law.value}<br>${law.range} | ${law.required} | ${law.sign.emoji}&nbsp;${law.sign.word}<#if law.reason??><br>${law.reason}</#if><#if law.deciding??><br>${law.deciding}</#if> | ${law.rule} |
</#list>

</#macro>

<#macro method>
<#if cost?? && base??>
- forks: ${count(cost.base)} of the base and ${count(cost.head)} of the head in ${cost.time}, at most ${count(cost.most)} per side and case<#if cost.early gt 0>; ${count(cost.early)} <#if cost.early == 1>case<#else>cases</#if> decided by fewer</#if>
- order: the sides took turns, fork by fork; seed ${cost.seed} sets the order
<#if cost.sameCode gt 0>
- same code: ${count(cost.sameCode)} <#if cost.sameCode == 1>case reaches<#else>cases reach</#if> the same classes on both sides
</#if>
- forks measured again because something disturbed them: <#if replaced?size gt 0>${count(replaced?size)}<#else>none</#if>
<#elseif cost??>
- run: ${cost.words}
<#else>
- order: the sides were measured in two runs, at different times
</#if>
<#if cost?? && cost.folder??>
- stored in ${cost.folder}
</#if>
<#list machines as machine>
- machine<#if machines?size gt 1> of the <#if machine?is_first>base<#else>head</#if></#if>: <#if machine.host??>${machine.host}<#else>unknown</#if><#if machine.jdk??>, JDK ${machine.jdk}</#if>
</#list>
<#if statistic??>
- change: ${statistic}
</#if>
<#if noise??>
- noise: ${noise}
</#if>
<#if test??>
- test: ${test.name} on the log of ${test.on}<#if test.slow>, and on the slow half and the slowest tenth; all share one significance level</#if>; Holm adjusts over ${count(test.family)} <#if test.family == 1>case<#else>cases</#if> to a level of ${test.level}<#if test.platforms gt 1>, because ${count(test.platforms)} platforms share ${test.whole}</#if>; intervals are at ${test.confidence}
<#else>
- intervals are at ${level}
</#if>
<#list replaced as line>
<#if line?index lt 20>
- measured again: ${line}
</#if>
</#list>
<#list warnings as line>
- ⚠️ ${line}
</#list>

</#macro>

<#macro unreachedTable rows more>
| changed code | where | instructions |
| :--- | :--- | ---: |
<#list rows as row>
| ${row.name} | <#if row.place??>${row.place}</#if> | ${count(row.instructions)} |
</#list>

<#if more gt 0>
… and ${count(more)} more.

</#if>
</#macro>

<#macro unmeasuredCode>
<#if unmeasured??>
<@section title="changed code that no benchmark runs">
⚠️ **${unmeasured.count}**, so this check says nothing about <#if unmeasured.files?size + unmeasured.more == 1>it<#else>them</#if>: <#list unmeasured.files as file>${file}<#sep>, </#list><#if unmeasured.more gt 0> and ${count(unmeasured.more)} more</#if>

</@section>
</#if>
</#macro>

<#macro unreachedCode>
<#if unreached??>
<@section title="changed code that no benchmark reaches">
<details><summary>Changed code that no benchmark reaches: ${unreached.count}</summary>

<@unreachedTable unreached.rows unreached.more/>
Found in the class files of both sides. `clnrm-bench affected` lists all of it, and the limits of this analysis.

</details>

</@section>
</#if>
</#macro>
