; Installs Crosscheck for the user who runs it, without an administrator's rights: programs, start menu, the file type of sessions,
; "Open with" for what else it reads, and the way to take it all away again.
; makensis -NOCD -DVERSION=0.0.0 -DFILES=FOLDER -DOUT=FILE.exe assets/packaging/windows/crosscheck.nsi     FOLDER, FILE: below target/packages
Unicode true
ManifestLongPathAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user

!include MUI2.nsh

Name "Crosscheck"
OutFile "target/packages/${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Crosscheck"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Crosscheck"
!define CLASSES "Software\Classes"
!define SESSION "Crosscheck.Session"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Crosscheck"
VIAddVersionKey "FileDescription" "Crosscheck installer"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT or Apache-2.0"

!define MUI_ICON "assets/packaging/windows/crosscheck.ico"
!define MUI_UNICON "assets/packaging/windows/crosscheck.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\crosscheck-window.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; Offers the program under "Open with" for the ending, and leaves what opens it by default alone.
!macro OpenWith ENDING
    WriteRegStr HKCU "${CLASSES}\.${ENDING}\OpenWithProgids" "Crosscheck.Article" ""
    WriteRegStr HKCU "${CLASSES}\Applications\crosscheck-window.exe\SupportedTypes" ".${ENDING}" ""
!macroend
!macro NoOpenWith ENDING
    DeleteRegValue HKCU "${CLASSES}\.${ENDING}\OpenWithProgids" "Crosscheck.Article"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.${ENDING}\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "${CLASSES}\.${ENDING}"
!macroend
!macro ForArticles WHAT
    !insertmacro ${WHAT} "txt"
    !insertmacro ${WHAT} "md"
    !insertmacro ${WHAT} "html"
    !insertmacro ${WHAT} "htm"
    !insertmacro ${WHAT} "mhtml"
    !insertmacro ${WHAT} "docx"
    !insertmacro ${WHAT} "odt"
    !insertmacro ${WHAT} "rtf"
    !insertmacro ${WHAT} "epub"
    !insertmacro ${WHAT} "pdf"
    !insertmacro ${WHAT} "eml"
!macroend

; Tells the desktop that the types of files have changed.
!macro TellDesktop
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section
    SetOutPath "$INSTDIR"
    File "target/packages/${FILES}/*.*"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\Crosscheck.lnk" "$INSTDIR\crosscheck-window.exe"

    WriteRegStr HKCU "${CLASSES}\.crosscheck" "" "${SESSION}"
    WriteRegStr HKCU "${CLASSES}\.crosscheck" "Content Type" "application/vnd.crosscheck.session"
    WriteRegStr HKCU "${CLASSES}\${SESSION}" "" "Crosscheck session"
    WriteRegStr HKCU "${CLASSES}\${SESSION}\DefaultIcon" "" "$INSTDIR\crosscheck.exe,0"
    WriteRegStr HKCU "${CLASSES}\${SESSION}\shell\open\command" "" '"$INSTDIR\crosscheck-window.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\Crosscheck.Article" "" "Article"
    WriteRegStr HKCU "${CLASSES}\Crosscheck.Article\Application" "ApplicationName" "Crosscheck"
    WriteRegStr HKCU "${CLASSES}\Crosscheck.Article\shell\open\command" "" '"$INSTDIR\crosscheck-window.exe" "%1"'
    WriteRegStr HKCU "${CLASSES}\Applications\crosscheck-window.exe" "FriendlyAppName" "Crosscheck"
    WriteRegStr HKCU "${CLASSES}\Applications\crosscheck-window.exe\shell\open\command" "" '"$INSTDIR\crosscheck-window.exe" "%1"'
    !insertmacro ForArticles OpenWith

    WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Crosscheck"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\crosscheck.exe,0"
    WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
    WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
    !insertmacro TellDesktop
SectionEnd

Section "Uninstall"
    Delete "$SMPROGRAMS\Crosscheck.lnk"
    ; By name: what else lies in the folder is not ours.
    Delete "$INSTDIR\crosscheck.exe"
    Delete "$INSTDIR\crosscheck-window.exe"
    Delete "$INSTDIR\README.md"
    Delete "$INSTDIR\CHANGELOG.md"
    Delete "$INSTDIR\LICENSE-MIT"
    Delete "$INSTDIR\LICENSE-APACHE"
    Delete "$INSTDIR\_crosscheck.ps1"
    Delete "$INSTDIR\third-party.txt"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"

    !insertmacro ForArticles NoOpenWith
    DeleteRegKey HKCU "${CLASSES}\Applications\crosscheck-window.exe"
    DeleteRegKey HKCU "${CLASSES}\Crosscheck.Article"
    DeleteRegKey HKCU "${CLASSES}\${SESSION}"
    DeleteRegKey HKCU "${CLASSES}\.crosscheck"
    DeleteRegKey HKCU "${UNINSTALL}"
    !insertmacro TellDesktop
SectionEnd
