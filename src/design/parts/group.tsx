// In: a name and fields. Out: fields that belong together inside a part.
import { type ReactNode, useId } from 'react';

export function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div className="design-group" role="group" aria-labelledby={title ? id : undefined}>
      {title && (
        <p id={id} className="design-group-name">
          {title}
        </p>
      )}
      {children}
    </div>
  );
}
