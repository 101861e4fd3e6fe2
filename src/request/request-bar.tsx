// In: the choices of the next request. Out: the form that makes them, with Render and Cancel on one button.
import { Play, Square } from 'lucide-react';
import { useId } from 'react';
import { formats } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { type KeyChoice, type TestKey, unknownKey } from './api-keys.ts';
import type { PictureFields } from './picture-fields.ts';
import { SizeField } from './size-field.tsx';
import './request-bar.css';

type Props = {
  choice: KeyChoice;
  onChoice: (choice: KeyChoice) => void;
  /** The server's public test keys; none where it has none. */
  testKeys: readonly TestKey[];
  method: 'POST' | 'GET';
  onMethod: (method: 'POST' | 'GET') => void;
  /** What the document says now; undefined while it cannot be read. */
  fields: PictureFields | undefined;
  onField: (field: keyof PictureFields, value: string | number) => void;
  sending: boolean;
  /** No keys, PNG only, GET only: the other API. */
  bare: boolean;
  onRender: () => void;
  onCancel: () => void;
};

export function RequestBar(props: Props) {
  const { choice, onChoice, fields, sending, bare } = props;
  const testKeys = props.testKeys.length > 0 ? [...props.testKeys, unknownKey] : [];
  const hint = hintFor(choice, testKeys);
  const hintId = useId();
  return (
    <form
      className="request-bar"
      aria-label="Request"
      // What breaks a rule is sent as it is: the server's answer is what one came to see.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        (sending ? props.onCancel : props.onRender)();
      }}
    >
      <label className="field key-field">
        <span>API key</span>
        <select
          className="select"
          aria-describedby={hintId}
          disabled={bare}
          value={choice.kind === 'test' ? choice.key : choice.kind}
          onChange={({ target }) => onChoice(chosen(target.value))}
        >
          <option value="none">None (anonymous)</option>
          <option value="own">Own key…</option>
          {testKeys.length > 0 && (
            <optgroup label="Test keys">
              {testKeys.map(({ key, does }) => (
                <option key={key} value={key}>{`${key} · ${does}`}</option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
      {choice.kind === 'own' && !bare && (
        <label className="field own-key">
          <span>Own key</span>
          <input
            className="input mono"
            type="password"
            autoComplete="off"
            spellCheck={false}
            placeholder="pk_live_…"
            value={choice.key}
            onChange={({ target }) => onChoice({ kind: 'own', key: target.value })}
          />
        </label>
      )}
      <label className="field">
        <span>Format</span>
        <select
          className="select"
          disabled={!fields || bare}
          value={bare ? 'png' : (fields?.format ?? 'png')}
          onChange={({ target }) => props.onField('format', target.value)}
        >
          {fields && !formats.some((format) => format === fields.format) && (
            <option value={fields.format}>{fields.format}</option>
          )}
          {formats.map((format) => (
            <option key={format} value={format}>
              {format.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <div className="field size">
        <span id={`${hintId}-size`}>Size in px</span>
        <fieldset aria-labelledby={`${hintId}-size`}>
          <SizeField
            label="Width"
            value={fields?.width}
            limits={LIMITS.side}
            onValue={(value) => props.onField('width', value)}
          />
          <i aria-hidden>×</i>
          <SizeField
            label="Height"
            value={fields?.height}
            limits={LIMITS.side}
            onValue={(value) => props.onField('height', value)}
          />
        </fieldset>
      </div>
      <label className="field">
        <span>Send as</span>
        <select
          className="select"
          disabled={bare}
          value={bare ? 'GET' : props.method}
          onChange={({ target }) => props.onMethod(target.value === 'GET' ? 'GET' : 'POST')}
        >
          <option value="POST">POST</option>
          <option value="GET">GET URL</option>
        </select>
      </label>
      <button
        className={`btn render ${sending ? '' : 'primary'}`}
        type="submit"
        title={sending ? 'Cancel (Ctrl+Enter)' : 'Render (Ctrl+Enter)'}
      >
        {sending ? <Square aria-hidden /> : <Play aria-hidden />}
        {sending ? 'Cancel' : 'Render'}
      </button>
      <p className="key-hint" id={hintId}>
        {bare ? 'This API knows no keys: requests are signed, or not' : hint}.
      </p>
    </form>
  );
}

/** There is always one line: choosing a key must not move what stands below. */
function hintFor(choice: KeyChoice, testKeys: readonly TestKey[]): string {
  if (choice.kind === 'none') return 'No key: the starter plan’s limits, counted per address';
  if (choice.kind === 'own') return 'Sent as a Bearer token, kept in this tab only, part of no link';
  return testKeys.find(({ key }) => key === choice.key)?.does ?? 'A test key';
}

function chosen(value: string): KeyChoice {
  if (value === 'none') return { kind: 'none' };
  return value === 'own' ? { kind: 'own', key: '' } : { kind: 'test', key: value };
}
