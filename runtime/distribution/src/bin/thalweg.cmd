@echo off
rem Starts Thalweg. JAVA_HOME chooses the Java; THALWEG_JAVA_OPTS is handed to it.
setlocal
for %%I in ("%~dp0..") do set "THALWEG_HOME=%%~fI"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" --version >nul 2>&1
if errorlevel 1 (
  echo thalweg: found no Java 17 or newer: install a JDK, or set JAVA_HOME 1>&2
  exit /b 1
)
"%JAVA%" -Xshare:auto -XX:+UseSerialGC -Xlog:disable -Xlog:all=error:stderr -Djava.awt.headless=true -Dfile.encoding=UTF-8 %THALWEG_JAVA_OPTS% "-Dthalweg.home=%THALWEG_HOME%" -cp "%THALWEG_HOME%\lib\*" org.thalweg.launcher.Launcher %*
exit /b %errorlevel%
