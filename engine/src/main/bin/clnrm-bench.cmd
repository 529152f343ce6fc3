@echo off
rem Runs clnrm-bench. All arguments go to the program; --help shows them. JAVA_HOME names the JDK, otherwise PATH does.
setlocal
for %%I in ("%~dp0..") do set "home=%%~fI"
set "jar=%home%\clnrm-bench.jar"
if not exist "%jar%" (
    echo clnrm-bench: error: there is no "%jar%">&2
    echo       help: unpack the whole archive again>&2
    exit /b 2
)

set "java="
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%I in (java.exe) do set "java=%%~$PATH:I"
if not defined java (
    echo clnrm-bench: error: no Java found>&2
    echo       help: install a JDK, 17 or newer, or set JAVA_HOME to one>&2
    exit /b 2
)
if not exist "%java%" (
    echo clnrm-bench: error: there is no "%java%">&2
    echo       help: set JAVA_HOME to a JDK, 17 or newer>&2
    exit /b 2
)

rem A JDK describes itself in a file. Where java.exe is not part of one, it is asked.
set "version="
for %%I in ("%java%") do set "release=%%~dpI..\release"
if exist "%release%" for /f "usebackq tokens=1,2 delims==" %%A in ("%release%") do if "%%A" == "JAVA_VERSION" set "version=%%~B"
if not defined version for /f "tokens=2,3" %%A in ('call "%java%" -version 2^>^&1') do if "%%A" == "version" set "version=%%~B"
if not defined version set "version=unknown"
for /f "tokens=1 delims=.-+_" %%V in ("%version%") do set "feature=%%V"
if not "%version%" == "unknown" if %feature% lss 17 (
    echo clnrm-bench: error: Java %version% is too old: "%java%">&2
    echo       help: install a JDK, 17 or newer, or set JAVA_HOME to one>&2
    exit /b 2
)

rem The first start writes an archive of the loaded classes beside the jar, from which later ones start faster. Before JDK 21 an archive keeps
rem which methods the JVM that wrote it could not compile; -Xint compiles none.
set "archive=%home%\clnrm-bench-%version%.jsa"
if not exist "%archive%" "%java%" -Xint "-XX:ArchiveClassesAtExit=%archive%" -Xlog:disable -Xlog:all=off -cp "%jar%" dev.clnrm.bench.cli.FirstStart >nul 2>&1
rem JMH calls sun.misc.Unsafe. From JDK 24 on a JVM prints four lines about that, unless this property allows it.
"%java%" "-Dsun.misc.unsafe.memory.access=allow" "-XX:SharedArchiveFile=%archive%" -Xshare:auto -Xlog:disable -Xlog:all=off -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MaxTenuringThreshold=0 -Xmn32m -XX:-UsePerfData -Dsun.reflect.inflationThreshold=2147483647 -Djdk.reflect.useNativeAccessorOnly=true -jar "%jar%" %*
exit /b %errorlevel%
