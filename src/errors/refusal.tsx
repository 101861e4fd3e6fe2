// In: a call that was refused. Out: its card with everything that belongs to it. Loaded after the first paint: nobody is refused
// before that.
import type { ReactNode } from 'react';
import type { Detail } from '#shared/errors.ts';
import type { Attempt, CallState } from '../request/call.ts';
import { ErrorCard } from './error-card.tsx';
import { RetryBlock } from './retry-block.tsx';

export type RefusalProps = {
  call: CallState;
  attempt: Attempt;
  outdated: boolean;
  automatic: boolean;
  onAutomatic: (on: boolean) => void;
  onRetry: () => void;
  onCancel: () => void;
  onJump: (detail: Detail) => void;
  actions?: ReactNode;
};

/** For `lazy`, which takes a default. */
export default function Refusal({
  call,
  attempt,
  outdated,
  automatic,
  onAutomatic,
  onRetry,
  onCancel,
  onJump,
  actions,
}: RefusalProps) {
  return (
    <ErrorCard
      attempt={attempt}
      outdated={outdated}
      onJump={onJump}
      actions={actions}
      retry={
        <RetryBlock
          call={call}
          automatic={automatic}
          onAutomatic={onAutomatic}
          onRetry={onRetry}
          onCancel={onCancel}
        />
      }
    />
  );
}
