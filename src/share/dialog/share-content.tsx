// In: a chart that can be drawn, and its text. Out: the share dialog's inside: a text for each place, and what there is to know and to
// do about its link.
import { useEffect, useId, useMemo, useState } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { keptChoice, keyOf } from '../../request/api-keys.ts';
import { askUrlLimit } from '../../request/url-limit.ts';
import type { Workbench } from '../../workbench.ts';
import { editHash } from '../edit-link.ts';
import { ceilings, type RungId, rungWords, serverLimit } from '../ladder.ts';
import { type Subject, type Target, type TargetId, targets, written } from '../targets.ts';
import { AltField } from './alt-field.tsx';
import { LinkLength } from './link-length.tsx';
import { SavingsList } from './savings-list.tsx';
import { SnippetBox } from './snippet-box.tsx';
import { TargetTabs, tabId } from './target-tabs.tsx';
import { useAlt } from './use-alt.ts';
import { useSigned } from './use-signed.ts';
import { useStored } from './use-stored.ts';

/** Targets that carry the alternative text. */
const withAlt: readonly TargetId[] = ['html', 'markdown', 'markdown-source', 'email', 'slack', 'fetch'];
/** Targets that can send a key. */
const keyed: readonly TargetId[] = ['curl', 'node', 'python'];

type Props = { bench: Workbench; spec: ChartSpec; chosen: TargetId; onChoose: (id: TargetId) => void };

export function ShareContent({ bench, spec, chosen, onChoose }: Props) {
  const { draft, text, dialect, origin, sign } = bench;
  const [pinned, setPinned] = useState<RungId>();
  const [withKey, setWithKey] = useState(() => keyOf(keptChoice()) !== null);
  const alt = useAlt(spec);
  const storing = useStored(origin);
  const limit = serverLimit(dialect, useUrlLimit(origin, dialect === 'chart-output'));
  const editLink = useMemo(() => `${location.origin}/${editHash(text)}`, [text]);
  const panelId = useId();
  const target: Target = targets.find(({ id }) => id === chosen) ?? targets[0];
  const subject: Omit<Subject, 'signed'> = {
    ...{ value: draft.value, spec, dialect, origin, limit, alt: alt.words, editLink, pinned },
    withKey: withKey && dialect === 'chart-output',
    stored: storing.stored,
  };
  const unsigned = written(target, { ...subject, signed: (path) => path });
  const signed = useSigned(sign, unsigned.rung?.path);
  const out = written(target, { ...subject, signed });
  const { rung, rungs } = out;
  const path = rung?.path === undefined ? undefined : signed(rung.path);
  const url =
    rung?.id === 'saved' ? storing.stored(out.chart) : path === undefined ? undefined : origin + path;
  return (
    <div className="share-grid">
      <TargetTabs chosen={chosen} onChoose={onChoose} panelId={panelId} />
      <div className="share-panel" role="tabpanel" id={panelId} aria-labelledby={tabId(chosen)}>
        <p className="link-kind">
          {chosen === 'edit' ? editWords(editLink) : rungWords(rung, target.channel)}
        </p>
        <SnippetBox id={chosen} name={target.name} written={out} storing={storing} url={url} />
        {keyed.includes(chosen) && dialect === 'chart-output' && (
          <label className="switch">
            <input type="checkbox" checked={withKey} onChange={() => setWithKey(!withKey)} />
            Send a key, from the variable <code>CHART_API_KEY</code>
          </label>
        )}
        {withAlt.includes(chosen) && <AltField alt={alt} />}
        {rungs.length > 0 && <SavingsList bench={bench} />}
      </div>
      {rungs.length > 0 && (
        <LinkLength
          rungs={rungs}
          rung={rung}
          pinned={pinned}
          onPin={setPinned}
          ceilings={ceilings(origin, limit)}
          origin={origin}
        />
      )}
      <span className="visually-hidden" role="status">
        {rung ? `Kind of link: ${rung.id === 'saved' ? 'stored' : rung.id}` : ''}
      </span>
    </div>
  );
}

const editWords = (link: string): string =>
  `Edit link, ${link.length.toLocaleString('en-GB')} characters: opens this editor with your text. Nothing is stored, no key is in it.`;

function useUrlLimit(origin: string, ask: boolean): number | undefined {
  const [known, setKnown] = useState<{ origin: string; characters: number | undefined }>();
  useEffect(() => {
    if (!ask) return;
    const gone = new AbortController();
    void askUrlLimit(origin, gone.signal).then(
      (characters) => !gone.signal.aborted && setKnown({ origin, characters }),
    );
    return () => gone.abort();
  }, [origin, ask]);
  return known?.origin === origin ? known.characters : undefined;
}
