@echo off
rem Runs Denovo; builds it first when it is missing. After a change of the sources: rmdir /s /q target
setlocal
set "here=%~dp0"
set "app=%here%target\denovo\denovo.jar"
if not exist "%app%" (
  echo denovo: building, first use 1>&2
  pushd "%here%"
  call mvn -q -B -Dmaven.test.skip=true package 1>&2 || exit /b 1
  popd
  java -Djarmode=tools -jar "%here%target\denovo.jar" extract --destination "%here%target\denovo" 1>&2 || exit /b 1
)
if not defined DENOVO_JAVA_OPTS set "DENOVO_JAVA_OPTS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto"
java %DENOVO_JAVA_OPTS% -Dfile.encoding=UTF-8 -jar "%app%" %*
exit /b %ERRORLEVEL%
