// In: the chart as it stands and the choices of the next request. Out: the panels that send it, show what came back and keep the
// timeline. Fetched after the first paint, because a chart can be designed and shared without it.
import { Link } from 'lucide-react';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Detail } from '#shared/errors.ts';
import { notInImageCharts } from '#shared/image-charts-url.ts';
import { LazyRefusal, useRefusalAhead } from '../errors/lazy-refusal.tsx';
import { useSettings } from '../settings.ts';
import { CopyButton } from '../share/copy-button.tsx';
import { type KeyChoice, keyOf } from './api-keys.ts';
import { type Attempt, lastAttempt } from './call.ts';
import { pictureFields } from './picture-fields.ts';
import { Queries } from './queries.tsx';
import { RateGauge, rateOf } from './rate-gauge.tsx';
import { RequestBar } from './request-bar.tsx';
import { Response } from './response.tsx';
import type { Exchange } from './send.ts';
import { TargetBar } from './target-bar.tsx';
import { useCallLog } from './timeline/call-log.ts';
import { useCall } from './use-call.ts';
import { useSending } from './use-sending.ts';
import type { TargetState } from './use-target.ts';
import { useTestKeys } from './use-test-keys.ts';

// Not to be had without its server, and nobody should lose a chart for that.
const Timeline = lazy(() => import('./timeline/timeline.tsx').catch(() => ({ default: Nothing })));

export type ServersWord = { attempt: Attempt; text: string };

export type RequestRoomProps = {
  text: string;
  /** The text as JSON; undefined while it is none. */
  value: unknown;
  target: TargetState;
  choice: KeyChoice;
  onChoice: (choice: KeyChoice) => void;
  method: 'POST' | 'GET';
  onMethod: (method: 'POST' | 'GET') => void;
  /** The answer that a link brought along. */
  frozen: Exchange | undefined;
  onField: (field: string, value: unknown) => void;
  onJump: (detail: Detail) => void;
  /** The server's last word, and the text it was about. */
  onWord: (word: ServersWord | undefined) => void;
  /** What Ctrl+Enter does now. */
  onReady: (renderOrCancel: () => void) => void;
};

/** For `lazy`, which takes a default. */
export default function RequestRoom(props: RequestRoomProps) {
  return (
    <Queries>
      <Room {...props} />
    </Queries>
  );
}

function Room(props: RequestRoomProps) {
  const { text, value, target, choice, method, frozen, onWord, onReady } = props;
  const [settings, change] = useSettings();
  const key = keyOf(choice);
  const [call, moves] = useCall(settings.autoRetry, { text, key, frozen });
  const callLog = useCallLog(call);
  const attempt = lastAttempt(call);
  const outdated = attempt !== undefined && call.text !== text;
  // What came in a link is shown without a word to the server, until somebody turns to the request.
  const [asks, setAsks] = useState(frozen === undefined);
  const testKeys = useTestKeys(asks);
  useRefusalAhead();

  // A wait that begins after the edit, because the answer came later, ends as well.
  useEffect(() => {
    if (call.phase === 'waiting' && call.text !== text) moves.stopWaiting('edited');
  }, [text, call.text, call.phase, moves]);
  const about = call.text;
  useEffect(
    () => onWord(attempt && about !== undefined ? { attempt, text: about } : undefined),
    [attempt, about, onWord],
  );

  const { dialect, origin, sign } = target;
  const render = useSending({ value, text, method, key, moves, dialect, origin, sign });
  const cancel = useCallback(() => moves.stop('cancelled'), [moves]);
  const sending = call.phase === 'sending';
  useEffect(() => onReady(sending ? cancel : render), [onReady, sending, cancel, render]);

  const other = dialect === 'image-charts';
  const rate =
    attempt?.exchange.result.kind === 'answer' ? rateOf(attempt.exchange.result.headers) : undefined;
  return (
    <>
      <section
        className="panel"
        aria-label="Request"
        data-region
        tabIndex={-1}
        onFocus={() => setAsks(true)}
        onPointerEnter={() => setAsks(true)}
      >
        <TargetBar
          target={target.target}
          onTarget={target.setTarget}
          leftOut={other ? notInImageCharts(value) : none}
          signedMessage={target.signedMessage}
        />
        <RequestBar
          bare={other}
          choice={choice}
          onChoice={props.onChoice}
          testKeys={testKeys}
          method={method}
          onMethod={props.onMethod}
          fields={pictureFields(value)}
          onField={props.onField}
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
              onJump={props.onJump}
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
    </>
  );
}

const none: readonly string[] = [];

/** Holds the chart and the answer, and no key. The codec is loaded when the first link is made. */
async function errorLink(text: string, exchange: Exchange): Promise<string> {
  const { errorHash } = await import('../share/error-link.ts');
  return `${location.origin}/${errorHash({ text, exchange })}`;
}

const Nothing = () => <></>;
