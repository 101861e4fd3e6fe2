// In: a render that failed. Out: the documented refusal that it becomes.
import { AppError } from './app-error.ts';
import type { RenderFailure } from './render/render-failure.ts';

const chartsFault = (message: string, failure: RenderFailure) =>
  new AppError('invalid_spec', { details: [{ path: '', message }] }, { cause: failure });

/** Which documented refusal a failed render is: a chart that spent its budget is at fault, a busy machine is not. */
export function renderRefusal(failure: RenderFailure): AppError {
  const headers = { 'Retry-After': String(Math.max(1, Math.ceil(failure.retryAfterSeconds ?? 1))) };
  switch (failure.reason) {
    case 'cpu':
      return chartsFault(
        'This chart takes too long to draw. Use fewer points, datasets or ticks, or a smaller size.',
        failure,
      );
    case 'memory':
      return chartsFault(
        'This chart needs too much memory to draw. Use a smaller size or a lower devicePixelRatio.',
        failure,
      );
    case 'blank':
      return chartsFault(
        'Nothing would be visible in this picture. Check that the data holds numbers and that padding and fonts leave room for the plot.',
        failure,
      );
    case 'wall':
      return new AppError(
        'render_timeout',
        { message: 'The server is busy. Please retry.' },
        { headers, cause: failure },
      );
    case 'overloaded':
    case 'closing':
      return new AppError(
        'overloaded',
        { message: 'Too many renders are waiting. Please retry.' },
        { headers, cause: failure },
      );
    case 'threw':
    case 'crashed':
    case 'aborted':
      return new AppError('internal_error', undefined, { cause: failure });
  }
}
