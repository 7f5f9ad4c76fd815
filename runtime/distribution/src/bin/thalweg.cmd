@echo off
rem Starts Thalweg. JAVA_HOME chooses the Java; THALWEG_JAVA_OPTS is handed to it.
rem THALWEG_ARCHIVE=off does without an archive of classes.
setlocal
for %%I in ("%~dp0..") do set "THALWEG_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  echo thalweg: found no Java 17 or newer: install a JDK, or set JAVA_HOME 1>&2
  exit /b 1
)

rem A JDK says its version in a file; without JAVA_HOME nobody knows where it is.
set "VERSION="
set "MAJOR=17"
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%JAVA_HOME%\release") do if "%%K"=="JAVA_VERSION" set "VERSION=%%~L"
if defined VERSION for /f "delims=." %%M in ("%VERSION%") do set "MAJOR=%%M"
if %MAJOR% LSS 17 (
  echo thalweg: JAVA_HOME is Java %VERSION%; Thalweg needs 17 or newer 1>&2
  exit /b 1
)

set "OPTIONS=-XX:+UseSerialGC -XX:CompileThresholdScaling=4 -XX:-UsePerfData -Xlog:disable -Xlog:all=error:stderr -Xlog:cds*=off:stderr"
if %MAJOR% GEQ 23 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"
if %MAJOR% GEQ 24 set "OPTIONS=%OPTIONS% -Xlog:aot*=off:stderr"

rem From 19 on, Java makes and renews an archive of classes by itself.
set "ARCHIVE="
if %MAJOR% GEQ 19 if defined LOCALAPPDATA if not "%THALWEG_ARCHIVE%"=="off" (
  if not exist "%LOCALAPPDATA%\thalweg" mkdir "%LOCALAPPDATA%\thalweg" >nul 2>&1
  set ARCHIVE="-XX:SharedArchiveFile=%LOCALAPPDATA%\thalweg\%VERSION%.jsa" -XX:+AutoCreateSharedArchive -XX:+VerifySharedSpaces
)

"%JAVA%" -Xshare:auto %OPTIONS% %ARCHIVE% -Djava.awt.headless=true -Dfile.encoding=UTF-8 %THALWEG_JAVA_OPTS% "-Dthalweg.home=%THALWEG_HOME%" -cp "%THALWEG_HOME%\lib\*" org.thalweg.launcher.Launcher %*
exit /b %errorlevel%
