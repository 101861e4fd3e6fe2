// In: the text to begin with. Out: the playground. Holds the text, the only truth there is, and is the one place where the rooms
// meet: editor → draft → preview and links → request → card → back to the editor.
import { AlignLeft, Link, TextCursorInput } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import type { Detail } from '#shared/errors.ts';
import { notInImageCharts } from '#shared/image-charts-url.ts';
import { setValue } from './editor/edit-value.ts';
import { Editor } from './editor/editor.tsx';
import type { EditorHandle } from './editor/editor-props.ts';
import { problemsFromDetails } from './editor/places.ts';
import type { TextRange } from './editor/problem.ts';
import { ProblemsList } from './editor/problems-list.tsx';
import { LazyRefusal, useRefusalAhead } from './errors/lazy-refusal.tsx';
import type { Example } from './examples.ts';
import { ExamplesMenu } from './examples-menu.tsx';
import { Notice } from './notice.tsx';
import { PasteOffer, usePasteOffer } from './paste-offer.tsx';
import { Preview } from './preview/preview.tsx';
import { type KeyChoice, keepChoice, keptChoice, keyOf } from './request/api-keys.ts';
import { lastAttempt } from './request/call.ts';
import { pictureFields } from './request/picture-fields.ts';
import { RateGauge, rateOf } from './request/rate-gauge.tsx';
import { RequestBar } from './request/request-bar.tsx';
import { Response } from './request/response.tsx';
import type { Exchange } from './request/send.ts';
import { TargetBar } from './request/target-bar.tsx';
import { useCallLog } from './request/timeline/call-log.ts';
import { useCall } from './request/use-call.ts';
import { useSending } from './request/use-sending.ts';
import { useTestKeys } from './request/use-test-keys.ts';
import { useSettings } from './settings.ts';
import { CopyButton } from './share/copy-button.tsx';
import { ShareBar } from './share/share-bar.tsx';
import { Splitter } from './splitter.tsx';
import { exampleText, type Start } from './start.ts';
import { useDraft } from './use-draft.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useProblems } from './use-problems.ts';

// Not to be had without its server, and nobody should lose a chart for that.
const Timeline = lazy(() => import('./request/timeline/timeline.tsx').catch(() => ({ default: Nothing })));

/** A chart that comes from elsewhere on the page, with what it is to be sent with. */
export type Loading = {
  /** Left out, the text stays. */
  text?: string;
  label: string;
  choice?: KeyChoice;
  method?: 'POST' | 'GET';
  /** A place in it to show. */
  detail?: Detail;
};

type Props = {
  start: Start;
  theme: 'light' | 'dark';
  /** Not seen at present: keeps everything, and leaves the keyboard alone. */
  hidden: boolean;
  onHelp: () => void;
  onReady: (load: (loading: Loading) => void) => void;
  /** What was pasted into the editor and is no chart but an answer. */
  onDecode: (pasted: string) => void;
};

export function Playground({ start, theme, hidden, onHelp, onReady, onDecode }: Props) {
  const [settings, change] = useSettings();
  const [text, setText] = useState(start.text);
  const [notice, setNotice] = useState(start.notice);
  const [share, setShare] = useState(45);
  const read = useDraft(text);
  const { draft } = read;
  const saved = useKeptDraft(text);
  const editor = useRef<EditorHandle | undefined>(undefined);

  const lastGood = useRef(draft.spec);
  if (draft.spec) lastGood.current = draft.spec;

  const [choice, setChoice] = useState(keptChoice);
  const [method, setMethod] = useState<'POST' | 'GET'>('POST');
  const key = keyOf(choice);
  const [call, moves] = useCall(settings.autoRetry, { text, key, frozen: start.frozen });
  const callLog = useCallLog(call);
  const attempt = lastAttempt(call);
  const outdated = attempt !== undefined && call.text !== text;
  // What came in a link is shown without a word to the server, until somebody turns to the request.
  const [asks, setAsks] = useState(start.frozen === undefined);
  const testKeys = useTestKeys(asks);

  // A wait that begins after the edit, because the answer came later, ends as well.
  useEffect(() => {
    if (call.phase === 'waiting' && call.text !== text) moves.stopWaiting('edited');
  }, [text, call.text, call.phase, moves]);

  const { target, setTarget, signedMessage, render, sign, origin } = useSending({
    value: draft.value,
    text,
    method,
    key,
    moves,
  });
  const { dialect } = target;
  const cancel = useCallback(() => moves.stop('cancelled'), [moves]);
  const sending = call.phase === 'sending';
  const renderOrCancel = sending ? cancel : render;

  useRefusalAhead();
  const problems = useProblems(read, attempt, outdated);

  const jump = useCallback((range: TextRange) => editor.current?.reveal(range), []);
  const jumpToDetail = (detail: Detail) => {
    const [problem] = problemsFromDetails(text, [detail]);
    if (problem) jump(problem.range);
  };
  const setField = (field: string, value: unknown) =>
    editor.current?.applyEdits(setValue(text, [field], value), `Set ${field}`);
  const replace = useCallback((next: string, label: string) => {
    editor.current?.applyEdits([{ offset: 0, length: textOf.current.length, content: next }], label);
    // Undo belongs to the editor: with the focus there, it is one key away.
    editor.current?.focus();
  }, []);
  const textOf = useRef(text);
  textOf.current = text;

  const offer = usePasteOffer(text, replace, onDecode);
  usePageKeys({ render: hidden ? () => undefined : renderOrCancel, help: onHelp });

  const choose = useCallback((next: KeyChoice) => {
    setChoice(next);
    keepChoice(next);
  }, []);
  useEffect(
    () =>
      onReady((loading) => {
        if (loading.text !== undefined) replace(loading.text, loading.label);
        if (loading.choice) choose(loading.choice);
        if (loading.method) setMethod(loading.method);
        const { detail } = loading;
        const [problem] = detail ? problemsFromDetails(loading.text ?? textOf.current, [detail]) : [];
        // Not before the editor is seen again and holds the text.
        if (problem) requestAnimationFrame(() => jump(problem.range));
      }),
    [onReady, replace, choose, jump],
  );

  const { spec } = draft;
  const fields = pictureFields(draft.value);
  const rate =
    attempt?.exchange.result.kind === 'answer' ? rateOf(attempt.exchange.result.headers) : undefined;
  return (
    <>
      {notice && !hidden && (
        <Notice
          notice={notice}
          onDismiss={() => setNotice(undefined)}
          onRestore={(draftText) => {
            replace(draftText, 'Restore draft');
            setNotice(undefined);
          }}
        />
      )}
      <main className="panes" hidden={hidden} style={{ '--share': `${share}%` } as React.CSSProperties}>
        <div className="pane left">
          <section
            className="panel editor-panel"
            aria-label="Editor"
            data-region
            tabIndex={-1}
            onPasteCapture={offer.look}
          >
            <div className="panel-head">
              <h2>Chart JSON</h2>
              {!saved && <span className="chip unsaved">Draft not saved</span>}
              <div className="tools">
                <ExamplesMenu
                  onChoose={({ chart, name }: Example) => replace(exampleText(chart), `Load ${name}`)}
                />
                <button
                  type="button"
                  className="btn quiet small wide-only"
                  aria-pressed={settings.simpleEditor}
                  onClick={() => change({ simpleEditor: !settings.simpleEditor })}
                  title="A plain text field in place of the code editor"
                >
                  <TextCursorInput aria-hidden /> Simple editor
                </button>
                <button
                  type="button"
                  className="btn quiet small"
                  onClick={() => editor.current?.format()}
                  title="Format (Shift+Alt+F)"
                >
                  <AlignLeft aria-hidden /> Format
                </button>
              </div>
            </div>
            {offer.shown && <PasteOffer onDecode={offer.decode} onKeep={offer.keep} />}
            <Editor
              text={text}
              onText={setText}
              problems={problems}
              problemsText={read.text}
              theme={theme}
              simple={settings.simpleEditor}
              onSubmit={renderOrCancel}
              onReady={(handle) => {
                editor.current = handle;
              }}
            />
            <ProblemsList problems={problems} values={draft.values} onJump={({ range }) => jump(range)} />
          </section>
        </div>
        <Splitter share={share} onShare={setShare} />
        <div className="pane right">
          <Preview spec={lastGood.current} broken={!draft.ok} />
          <ShareBar
            chart={draft.ok ? draft.value : undefined}
            text={text}
            format={spec?.format ?? 'png'}
            withKey={key !== null && dialect === 'chart-output'}
            dialect={dialect}
            origin={origin || location.origin}
            sign={sign}
          />
          <section
            className="panel"
            aria-label="Request"
            data-region
            tabIndex={-1}
            onFocus={() => setAsks(true)}
            onPointerEnter={() => setAsks(true)}
          >
            <TargetBar
              target={target}
              onTarget={setTarget}
              leftOut={dialect === 'image-charts' ? notInImageCharts(draft.value) : none}
              signedMessage={signedMessage}
            />
            <RequestBar
              bare={dialect === 'image-charts'}
              choice={choice}
              onChoice={choose}
              testKeys={testKeys}
              method={method}
              onMethod={setMethod}
              fields={fields}
              onField={setField}
              sending={sending}
              onRender={render}
              onCancel={cancel}
            />
          </section>
          <Response
            call={call}
            outdated={outdated}
            onCancel={cancel}
            gauge={<RateGauge rate={rate} />}
            card={
              attempt && (
                <LazyRefusal
                  call={call}
                  attempt={attempt}
                  outdated={outdated}
                  automatic={settings.autoRetry}
                  onAutomatic={(autoRetry) => change({ autoRetry })}
                  onRetry={moves.retry}
                  onCancel={cancel}
                  onJump={jumpToDetail}
                  actions={
                    <CopyButton
                      className="btn quiet small"
                      label="Copy error link"
                      icon={<Link aria-hidden />}
                      text={() => errorLink(call.text ?? text, attempt.exchange)}
                    />
                  }
                />
              )
            }
          />
          {call.id > 0 && (
            <Suspense fallback={null}>
              <Timeline call={call} log={callLog} />
            </Suspense>
          )}
        </div>
      </main>
    </>
  );
}

const none: readonly string[] = [];

/** Holds the chart and the answer, and no key. The codec is loaded when the first link is made. */
async function errorLink(text: string, exchange: Exchange): Promise<string> {
  const { errorHash } = await import('./share/error-link.ts');
  return `${location.origin}/${errorHash({ text, exchange })}`;
}

const Nothing = () => <></>;
