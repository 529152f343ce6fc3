<#if !inIssue>
### Change points

</#if>
The history has ${sentence}, which it did not have before its newest run.

| change | case | before | after | since | on |
| :--- | :--- | ---: | ---: | :--- | :--- |
<#list rows as row>
| ${row.emoji}&nbsp;${row.word}<br>**${row.change}** | ${row.case}<br>${row.mode} | ${row.before}<br>${row.runsBefore} | ${row.after}<br>${row.runsAfter} | ${row.since}<br><#if row.commit??>${row.commit}<#else>${row.run}</#if><br>p&nbsp;${row.p} | ${row.platform} |
</#list>

<#if moreRows gt 0>
… and ${count(moreRows)} more.

</#if>
<#list platforms as platform>
- ${platform.letter}: ${platform.words}
</#list>

A change point is the run from which on a case takes another time than before, by more than its tolerance: E-divisive proposes it, and Student's test between the runs on both sides keeps it where p is below 0.001. The place was chosen by the same numbers, so p says less than it seems to, and a neighbouring run may be the one; of what one or two runs have seen, the machine may be the cause.

<@section title="how to look at it">
**To look at it**, where `--runs` names a folder of these runs:

${again}
</@section>
The dashboard of this history draws it run by run<#if links?size gt 0>; it is among what <#list links as link>${link}<#sep>, </#list> keeps</#if>.
<#if inIssue>

A change point is told once, and stays though a budget is met. While this issue is open, later ones come as comments below. Nothing closes it but you: close it once it is read.
</#if>
