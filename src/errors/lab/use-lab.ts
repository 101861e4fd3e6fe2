// In: nothing. Out: what the lab shows at present: which error, how it came about and the call it ended, with the moves on it.
import { useCallback, useRef, useState } from 'react';
import type { ErrorCode } from '#shared/errors.ts';
import { type CallState, idle, nextCall } from '../../request/call.ts';
import { Cancelled, send } from '../../request/send.ts';
import { type CallMoves, useCall } from '../../request/use-call.ts';
import { recipes } from './recipes.ts';
import { simulated } from './simulate.ts';

export type Shown = {
  code: ErrorCode;
  how: 'reproduced' | 'simulated';
  call: CallState;
  /** What must come before is being sent. */
  preparing: boolean;
};

export type Lab = {
  shown: Shown | undefined;
  reproduce: (code: ErrorCode) => void;
  simulate: (code: ErrorCode) => void;
  moves: Pick<CallMoves, 'retry' | 'stop'>;
  close: () => void;
};

type Choice = { code: ErrorCode; how: Shown['how']; preparing: boolean; simulated: CallState };

export function useLab(automatic: boolean): Lab {
  const [call, moves] = useCall(automatic);
  const [choice, setChoice] = useState<Choice>();
  const preparing = useRef<AbortController>(undefined);

  const begin = useCallback(
    (next: Choice) => {
      preparing.current?.abort();
      moves.stop('cancelled');
      setChoice(next);
    },
    [moves],
  );

  const simulate = useCallback(
    (code: ErrorCode) => {
      const nowMs = Date.now();
      const exchange = simulated(code, nowMs);
      const request = recipes[code].request ?? { method: 'POST', path: exchange.path, body: null, key: null };
      const sent = nextCall(idle, { type: 'send', request, text: '', nowMs });
      const { sequence } = sent;
      const ended = nextCall(sent, { type: 'answered', sequence, exchange, random: () => 0.5 });
      begin({ code, how: 'simulated', preparing: false, simulated: ended });
    },
    [begin],
  );

  const reproduce = useCallback(
    (code: ErrorCode) => {
      const { request, before = 0 } = recipes[code];
      if (!request) return;
      begin({ code, how: 'reproduced', preparing: before > 0, simulated: idle });
      const controller = new AbortController();
      preparing.current = controller;
      const prepared = async () => {
        for (let left = before; left > 0; left--) await send(request, controller.signal);
        if (controller.signal.aborted) return;
        setChoice((current) => current && { ...current, preparing: false });
        moves.send(request, '');
      };
      prepared().catch((error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      });
    },
    [begin, moves],
  );

  const code = choice?.code;
  return {
    shown: choice && { ...choice, call: choice.how === 'simulated' ? choice.simulated : call },
    reproduce,
    simulate,
    moves: {
      retry: choice?.how === 'simulated' && code ? () => simulate(code) : moves.retry,
      stop: (why) =>
        choice?.how === 'simulated'
          ? setChoice({ ...choice, simulated: nextCall(choice.simulated, { type: 'stop', why }) })
          : moves.stop(why),
    },
    close: useCallback(() => {
      preparing.current?.abort();
      moves.stop('cancelled');
      setChoice(undefined);
    }, [moves]),
  };
}
