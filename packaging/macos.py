"""What macOS is told about the application: its name, its version, the files that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

IDENTIFIER = "org.cognate.Cognate"
CASE = "org.cognate.case"
ARTICLES = (
    *("public.plain-text", "net.daringfireball.markdown", "public.html", "com.apple.webarchive", "public.rtf"),
    *("org.openxmlformats.wordprocessingml.document", "org.oasis-open.opendocument.text", "com.adobe.pdf"),
    *("com.apple.mail.email", "public.email-message", "org.idpf.epub-container"),
)


def info(version: str) -> dict[str, Any]:
    """Return the application's Info.plist. Cases are its own; articles keep the programs that they are opened with."""
    return {
        "CFBundleName": "Cognate",
        "CFBundleDisplayName": "Cognate",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": "12.0",
        "NSHighResolutionCapable": True,
        "CFBundleDocumentTypes": [
            _opens("Cognate case", [CASE], "Owner", "Editor") | {"CFBundleTypeIconFile": "case.icns"},
            _opens("Article", ARTICLES, "Alternate", "Viewer"),
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": CASE,
                "UTTypeDescription": "Cognate case",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": ["cognate"],
                    "public.mime-type": ["application/x-cognate-case"],
                },
            }
        ],
    }


def _opens(name: str, types: Sequence[str], rank: str, role: str) -> dict[str, Any]:
    return {
        "CFBundleTypeName": name,
        "CFBundleTypeRole": role,
        "LSHandlerRank": rank,
        "LSItemContentTypes": list(types),
    }
