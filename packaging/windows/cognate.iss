; The installer for Windows, compiled with Inno Setup 6 by tools/package_elsewhere.py, which gives Version, Root, Program
; (the folder that PyInstaller made), Icons, Papers and Out. It installs for one person and asks for no administrator.

[Setup]
AppId={{6C1B9C0E-7D0B-4E0B-9D53-2B9C43C6B6A1}
AppName=Cognate
AppVersion={#Version}
AppPublisher=Cognate
DefaultDirName={autopf}\Cognate
DefaultGroupName=Cognate
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
LicenseFile={#Root}\LICENSE
SetupIconFile={#Icons}\cognate.ico
UninstallDisplayIcon={app}\cognate-desktop.exe
OutputDir={#Out}
OutputBaseFilename=cognate-{#Version}-windows-x86_64
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Tasks]
Name: desktopicon; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[Files]
Source: "{#Program}\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion
Source: "{#Icons}\case.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Root}\LICENSE"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Papers}\*"; DestDir: "{app}"; Flags: ignoreversion

[Icons]
Name: "{group}\Cognate"; Filename: "{app}\cognate-desktop.exe"
Name: "{autodesktop}\Cognate"; Filename: "{app}\cognate-desktop.exe"; Tasks: desktopicon

; A case is opened by double click. Articles keep their programs: Cognate only stands in their “Open with”.
[Registry]
Root: HKA; Subkey: "Software\Classes\.cognate\OpenWithProgids"; ValueType: string; ValueName: "Cognate.Case"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.cognate"; ValueType: string; ValueName: ""; ValueData: "Cognate.Case"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\Cognate.Case"; ValueType: string; ValueName: ""; ValueData: "Cognate case"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Cognate.Case\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\case.ico"
Root: HKA; Subkey: "Software\Classes\Cognate.Case\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cognate-desktop.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Cognate"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\cognate-desktop.exe"" ""%1"""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".txt"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".md"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".markdown"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".html"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".htm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".xhtml"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".mhtml"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".mht"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".docx"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".docm"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".odt"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".rtf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".pdf"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".eml"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".msg"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".epub"; ValueData: ""
Root: HKA; Subkey: "Software\Classes\Applications\cognate-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".zip"; ValueData: ""

[Run]
Filename: "{app}\cognate-desktop.exe"; Description: "{cm:LaunchProgram,Cognate}"; Flags: nowait postinstall skipifsilent
