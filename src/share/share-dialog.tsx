// In: the chart. Out: the dialog that takes it anywhere. What should perhaps not be shared is told first; a chart that cannot be drawn
// has no picture to share, but its text can still be sent.

import { Link } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Sheet } from '../sheet.tsx';
import type { SurfaceProps } from '../surfaces.tsx';
import { lintChart } from './chart-lint.ts';
import { CopyButton } from './copy-button.tsx';
import { LintNotice } from './dialog/lint-notice.tsx';
import { ShareContent } from './dialog/share-content.tsx';
import { editHash } from './edit-link.ts';
import type { TargetId } from './targets.ts';
import './share-dialog.css';

export default function ShareDialog({ bench, open, onClose }: SurfaceProps) {
  const [chosen, setChosen] = useState<TargetId>('url');
  const { spec } = bench.draft;
  const findings = useMemo(() => (open ? lintChart(bench.text) : []), [open, bench.text]);
  return (
    <Sheet title="Share" open={open} onClose={onClose} size="wide">
      <LintNotice findings={findings} bench={bench} onClose={onClose} />
      {open && spec && <ShareContent bench={bench} spec={spec} chosen={chosen} onChoose={setChosen} />}
      {open && !spec && (
        <div className="share-broken">
          <p>
            The chart cannot be drawn yet: fix its problems to get a picture. Its text can be sent as it is.
          </p>
          <CopyButton
            label="Copy edit link"
            icon={<Link aria-hidden />}
            text={`${location.origin}/${editHash(bench.text)}`}
          />
        </div>
      )}
    </Sheet>
  );
}
