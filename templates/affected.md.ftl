<#import "parts.ftl" as p>
${head} against ${base}: ${sentence}.

<#if reached?size gt 0>
<@section title="changed code and the cases that reach it">
| changed code | where | cases |
| :--- | :--- | :--- |
<#list reached as row>
| ${row.name} | <#if row.place??>${row.place}</#if> | <#if row.number gt 0>${count(row.number)}: <#if row.every>every case<#else><#list row.cases as case>${case}<#sep>, </#list><#if row.more gt 0> and ${count(row.more)} more</#if></#if></#if><#if row.byName??><#if row.number gt 0>; </#if>${row.byName}</#if> |
</#list>

<#if moreReached gt 0>
… and ${count(moreReached)} more.

</#if>
</@section>
</#if>
<#if unreached?size gt 0>
<@section title="changed code that no case reaches">
**Changed code that no case reaches**

<@p.unreachedTable unreached moreUnreached/>
</@section>
</#if>
<#if unmeasured?size gt 0>
<@section title="changed code that no benchmark runs">
**Changed code that no benchmark runs**: no measured jar contains the changed class

<#list unmeasured as file>
- ${file}
</#list>

<#if moreUnmeasured gt 0>
… and ${count(moreUnmeasured)} more.

</#if>
</@section>
</#if>
<#if foreseen??>
<@section title="what the change will likely move">
**${foreseen.ground}**

<#if foreseen.cases?size gt 0>
| case | probability | measured before |
| :--- | ---: | :--- |
<#list foreseen.cases as row>
| ${row.name} | ${row.probability} | ${row.precedents} |
</#list>

<#if foreseen.more gt 0>
… and ${count(foreseen.more)} more.

</#if>
</#if>
<#list foreseen.tried as clause>
- ${clause.words}
</#list>

</@section>
</#if>
<#list limits as limit>
- ${limit}
</#list>

<#if command??>
${command}
</#if>
