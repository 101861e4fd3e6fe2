// In: the render pipeline. Out: the list of templates, and an address for each that answers its picture through the same gates.
import type { Context, Hono } from 'hono';
import { TEMPLATES_PATH, templateList } from '#shared/templates/template-list.ts';
import type { AppEnv } from './answering.ts';
import { readOnly } from './info-routes.ts';

export const TEMPLATE_RENDER_PATH = `${TEMPLATES_PATH}/:id/render`;

export function templateRoutes(
  app: Hono<AppEnv>,
  {
    render,
    publicOrigin,
  }: {
    render: (c: Context<AppEnv>, template: string) => Promise<Response>;
    publicOrigin: (c: Context<AppEnv>) => string;
  },
): void {
  readOnly(app, TEMPLATES_PATH, (c) =>
    c.json(templateList(publicOrigin(c)), 200, { 'Cache-Control': 'no-cache' }),
  );
  app.all(TEMPLATE_RENDER_PATH, (c) => render(c, c.req.param('id') ?? ''));
}
