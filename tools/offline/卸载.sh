#!/bin/sh
here=$$(CDPATH='' cd -- "$$(dirname -- "$$0")" && pwd) || exit 2
if [ ! -f "$$here/installed.json" ]; then
  echo "这里不是 ledgerkit 的安装文件夹,什么也没有删。"
  exit 2
fi
cd / || exit 2
"$$here/python/bin/python" -I -B "$$here/uninstall.py" || exit 2
rm -rf "$$here/python"
rm -f "$$here/installed.json" "$$here/卸载.sh"
rmdir "$$here" 2>/dev/null || echo "别人放进这个文件夹的东西没有动:$$here"
echo "已卸载。办公文件夹和里面的表都没有动。"
