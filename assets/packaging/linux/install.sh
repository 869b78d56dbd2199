#!/bin/sh
# Installs Crosscheck from this folder, for you alone or for everybody.
#   ./install.sh                     into ~/.local
#   sudo ./install.sh /usr/local     for everybody
#   ./install.sh --remove [PREFIX]   takes it away again; your sessions and settings stay
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

remove=no
if [ "${1:-}" = --remove ]; then
    remove=yes
    shift
fi
case "${1:-}" in
    -*) sed -n '2,5s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
prefix=${1:-$HOME/.local}
# The menu entry names the program by its whole path.
case "$prefix" in
    /*) ;;
    *) prefix=$PWD/$prefix ;;
esac
quoted=$(printf '%s' "$prefix" | sed 's/[&|\\]/\\&/g')

# The files of this folder, each with its place below the prefix.
files=$(cd "$here" && find bin share -type f | sort)
for file in $files; do
    target=$prefix/$file
    if [ "$remove" = yes ]; then
        rm -f "$target"
        rmdir -p "$(dirname "$target")" 2>/dev/null || true
    else
        mkdir -p "$(dirname "$target")"
        cp -f "$here/$file" "$target"
        # A menu does not know the folder of a program that is not on its path.
        case "$file" in
            bin/*) chmod 755 "$target" ;;
            *.desktop) sed "s|^Exec=crosscheck |Exec=\"$quoted/bin/crosscheck\" |" "$here/$file" >"$target" ;;
        esac
    fi
done

# What desktops look up quickly; without these programs they find it by themselves, later. Where nothing but ours was looked up there,
# the lists go with it.
mime=$prefix/share/mime
if command -v update-mime-database >/dev/null && [ -d "$mime" ]; then
    mkdir -p "$mime/packages"
    update-mime-database "$mime" || true
    if [ "$remove" = yes ] && rmdir "$mime/packages" 2>/dev/null; then
        for list in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache subclasses treemagic types version; do
            rm -f "$mime/$list"
        done
        rmdir "$mime/application" "$mime" 2>/dev/null || true
    fi
fi
applications=$prefix/share/applications
if command -v update-desktop-database >/dev/null && [ -d "$applications" ]; then
    update-desktop-database -q "$applications" || true
    if [ "$remove" = yes ] && [ "$(ls "$applications")" = mimeinfo.cache ]; then
        rm -f "$applications/mimeinfo.cache"
    fi
fi
if command -v gtk-update-icon-cache >/dev/null && [ -f "$prefix/share/icons/hicolor/icon-theme.cache" ]; then
    gtk-update-icon-cache -q -f "$prefix/share/icons/hicolor" || true
fi

if [ "$remove" = yes ]; then
    for folder in applications mime; do rmdir -p "$prefix/share/$folder" 2>/dev/null || true; done
    echo "Crosscheck was removed from $prefix"
    exit 0
fi
echo "Crosscheck was installed in $prefix; it is in the menu, and $prefix/bin/crosscheck starts it"
case ":$PATH:" in
    *":$prefix/bin:"*) ;;
    *) echo "$prefix/bin is not on your path: add it to call crosscheck by its name" ;;
esac
"$prefix/bin/crosscheck" --version >/dev/null || {
    echo "It does not run here: it needs Linux on x86-64 with glibc 2.31 or newer (Debian 11, Ubuntu 20.04)" >&2
    exit 1
}
