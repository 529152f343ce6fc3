<#import "parts.ftl" as p>
<#macro on one>${one.sentence}<#if one.detectable??>; a change of ${one.detectable} would have been seen (median of the cases)</#if></#macro>
${marker}
<#if quiet>
${sign.emoji} **${title}**<#if base??>: <@p.sides/></#if>. <#list platforms as one>${one.platform}: <@on one/>. </#list><@p.whither/>
<#else>
### ${sign.emoji} ${title}<#if worst?size gt 0>: <#list worst as name>${name}<#sep>, </#list></#if>

<#if base??>
<@p.sides/>.

</#if>
<#list platforms as one>
- ${one.sign.emoji} ${one.platform}: <@on one/>
</#list>
<#list refused as one>
- 🚫 ${one.bundle} was refused: ${one.because}
</#list>

<@p.changedBudgets/>
<#if rows?size gt 0>
| verdict | case |<#list platforms as one> ${one.platform} |</#list>
| :--- | :--- |<#list platforms as one> ---: |</#list>
<#list rows as row>
| ${row.sign.emoji}&nbsp;${row.sign.word}<#if row.severity??>,<br>${row.severity}</#if> | ${row.case}${row.of} |<#list row.cells as cell> ${cell} |</#list>
</#list>

<#if moreRows gt 0>
… and ${count(moreRows)} more.

</#if>
</#if>
<#list platforms as one>
<@section title="the evidence of platform " + one?counter>
${one.evidence}

</@section>
</#list>
<#if inIssue>
<#if links?size gt 0>More: <@p.whither/></#if>

The scheduled run updates this text. Close this issue after you fix the regression, or accept the regression with a waiver and a reason in ${budgetsFile}.
<#else>
<@p.whither/>
</#if>
</#if>
