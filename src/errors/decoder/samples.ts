// In: the present. Out: three pastes to try the decoder with, as fresh as if they had just come. Their keys are made up.

export type PasteSample = { name: string; text: string };

/** How long ago the samples' answers came, ms. */
const AGE_MS = 45_000;

export function pasteSamples(now: number): PasteSample[] {
  const came = new Date(now - AGE_MS);
  const reset = new Date(now - AGE_MS + 120_000).toISOString();
  return [
    {
      name: 'A 429 from curl -v',
      text: `$ curl -v http://localhost:3000/api/v1/render -H 'Authorization: Bearer pk_live_4fZk09QeMadeUpMadeUpMadeUp' -H 'Content-Type: application/json' -d '{"type":"bar","data":{"labels":["Q1","Q2"],"datasets":[{"label":"Sales","data":[12,19]}]}}'
> POST /api/v1/render HTTP/1.1
> Host: localhost:3000
> Authorization: Bearer pk_live_4fZk09QeMadeUpMadeUpMadeUp
>
< HTTP/1.1 429 Too Many Requests
< Content-Type: application/json
< Date: ${came.toUTCString()}
< Retry-After: 120
< X-RateLimit-Limit: 100
< X-RateLimit-Remaining: 0
< X-RateLimit-Reset: ${reset}
< X-Request-Id: 0d9f7c52-6a1e-4a57-9b64-2b1f6f0c7a11
<
{"error":"Rate limit exceeded","retryAfter":120}`,
    },
    {
      name: 'A refused chart, as fetch',
      text: `fetch("http://localhost:3000/api/v1/render", {
  "headers": { "authorization": "Bearer pk_live_4fZk09QeMadeUpMadeUpMadeUp", "content-type": "application/json" },
  "body": "{\\"type\\":\\"bar\\",\\"width\\":9000,\\"data\\":{\\"labels\\":[],\\"datasets\\":[{\\"data\\":[1,2,3]}]}}",
  "method": "POST"
});

HTTP/1.1 400 Bad Request
Content-Type: application/json
X-Request-Id: 6b0f0c3e-2f0b-4f57-8f6c-0d1a7b1f9e20

{"error":"Invalid chart specification","details":[{"path":"data.labels","message":"At least 1 label is required"},{"path":"width","message":"Number must be less than or equal to 4000"}]}`,
    },
    {
      name: 'Image-Charts headers',
      text: `x-ic-error-code: IC_INVALID_SIGNATURE
x-ic-error-validation: [{"message":"The signature does not match the query","path":["ichm"]}]`,
    },
  ];
}
