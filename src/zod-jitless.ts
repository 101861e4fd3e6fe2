// Imported before any schema: zod would otherwise try `new Function`, which the page's Content-Security-Policy forbids.
import { z } from 'zod';

z.config({ jitless: true });
