#!/bin/sh
here=$$(CDPATH='' cd -- "$$(dirname -- "$$0")" && pwd) || exit 2
for python in "python$python" python3; do
  if "$$python" -c "import sys, venv; sys.exit('%d.%d' % sys.version_info[:2] != '$python')" 2>/dev/null
  then
    if [ $$# -gt 0 ]; then set -- --to "$$1"; fi
    exec "$$python" -I -B "$$here/install.py" "$$@"
  fi
done
echo "没有找到 Python $python(要带 venv)。请先装好它。"
exit 2
