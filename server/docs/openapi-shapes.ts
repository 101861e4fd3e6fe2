// In: nothing. Out: the parts of OpenAPI 3.1 that this server's document is made of, as types.

export type Json = Record<string, unknown>;

export interface Parameter {
  name: string;
  in: 'query' | 'path' | 'header';
  required?: boolean;
  description: string;
  schema: Json;
}

export interface ResponseOf {
  description: string;
  headers?: Record<string, { $ref: string }>;
  content?: Record<string, { schema: Json; examples?: Json }>;
}

export interface Operation {
  operationId: string;
  summary: string;
  description?: string;
  tags: string[];
  security?: Json[];
  parameters?: Parameter[];
  requestBody?: Json;
  responses: Record<string, ResponseOf>;
}

export type Paths = Record<string, { get?: Operation; post?: Operation }>;

export interface OpenApi {
  openapi: string;
  info: { title: string; version: string; description: string; license: Json };
  servers: { url: string }[];
  security: Json[];
  tags: { name: string; description: string }[];
  paths: Paths;
  components: { schemas: Record<string, Json>; headers: Json; securitySchemes: Json };
}
