<#if !inIssue>
### Change points

</#if>
The newest run of the history adds ${sentence}.

| change | case | before | after | since | on |
| :--- | :--- | ---: | ---: | :--- | :--- |
<#list rows as row>
| ${row.emoji}&nbsp;${row.word}<br>**${row.change}** | ${row.case}<br>${row.mode} | ${row.before}<br>${row.runsBefore} | ${row.after}<br>${row.runsAfter} | ${row.since}<br><#if row.commit??>${row.commit}<#else>${row.run}</#if><br>p&nbsp;${row.p} | <#if row.anchor??>against ${row.anchor}<#else>${row.platform}</#if> |
</#list>

<#if moreRows gt 0>
… and ${count(moreRows)} more.

</#if>
<#list platforms as platform>
- ${platform.letter}: ${platform.words}
</#list>
<#if rows?filter(row -> row.anchor??)?size gt 0>
- against: how far the case is from that commit, measured in turns with it. Another machine does not move such a ratio.
</#if>

A change point is the first run in which the time of a case differs from the runs before by more than its tolerance. E-divisive proposes it; Student's t-test between the runs before and after confirms it if p is below 0.001. The same numbers chose the place, so p is too optimistic, and a neighbouring run may be the true place. If only one or two runs show the change, the machine may be the cause.

<@section title="how to look at it">
**To look at it**, give `--runs` the folder of these runs:

${again}
</@section>
The dashboard shows this history run by run<#if links?size gt 0>; it is an artifact of <#list links as link>${link}<#sep>, </#list></#if>.
<#if inIssue>

Each change point is reported once, even if all budgets are met. While this issue is open, later ones are added as comments. Only you close it: do so after you have read it.
</#if>
