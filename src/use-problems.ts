// In: what the text holds, and the server's last word about it. Out: every problem there is, each told once, with its place.
import { useMemo } from 'react';
import { problemsFromDetails } from './editor/places.ts';
import type { Problem } from './editor/problem.ts';
import type { ServersWord } from './request/request-room.tsx';
import type { DraftOf } from './use-draft.ts';

/** Where the text was edited since the server spoke, its problems are listed, but no longer underlined. */
export function useProblems({ text, draft }: DraftOf, word: ServersWord | undefined): readonly Problem[] {
  const verdict = word?.attempt.verdict;
  const outdated = word !== undefined && word.text !== text;
  return useMemo(() => {
    const told = verdict?.kind === 'documented' ? verdict.facts.details : [];
    // The page and the server share one judge: what the page already says needs no second line.
    const known = new Set(draft.problems.map(({ path, message }) => `${path.join('.')} ${message}`));
    const news = told.filter(({ path, message }) => !known.has(`${path} ${message}`));
    return [
      ...draft.problems,
      ...problemsFromDetails(text, news).map((problem) => ({ ...problem, stale: outdated })),
    ];
  }, [draft.problems, verdict, text, outdated]);
}
