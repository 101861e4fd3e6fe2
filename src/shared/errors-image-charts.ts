// In: nothing. Out: the catalogue's rows of the Image-Charts dialect: every code of its published list, with the status that
// is documented, seen in its clients' tests, or follows from the code's nature. Codes travel in the header x-ic-error-code.
import type { ErrorRow } from './errors.ts';

type Row = Omit<ErrorRow, 'dialect' | 'retry' | 'move'>;
const HEADERS = ['x-ic-error-code', 'x-ic-error-validation'] as const;

const refusal = (status: number | null, source: Row['source'], title: string, meaning: string, fix: string) =>
  ({
    dialect: 'image-charts',
    move: 'you',
    retry: 'never',
    status,
    source,
    title,
    meaning,
    fix,
    headers: HEADERS,
  }) as const satisfies ErrorRow;

const plan = (feature: string) =>
  refusal(
    403,
    'inferred',
    `${feature} needs a higher plan`,
    `The account’s plan does not include this: ${feature.toLowerCase()}.`,
    'Leave the feature out, or upgrade the account.',
  );

const image = (title: string, meaning: string) =>
  refusal(
    400,
    'inferred',
    title,
    meaning,
    'Use a smaller image that answers quickly at its final address, or leave it out.',
  );

const otherProduct = (title: string, meaning: string) =>
  refusal(
    400,
    'inferred',
    title,
    meaning,
    'This belongs to another product of the same API. Simplify its input; a Chart.js chart never causes it.',
  );

const backOffice = (meaning: string) =>
  refusal(
    null,
    'inferred',
    'Not a chart error',
    meaning,
    'This comes from the vendor’s website, not from a render. Nothing in the chart can cause it.',
  );

export const imageChartsErrors = {
  IS_VALIDATION_ERROR: refusal(
    400,
    'documented',
    'A parameter is missing or malformed',
    'The query’s parameters do not fit their schema. The header x-ic-error-validation lists each message.',
    'Correct the parameters named in the messages.',
  ),
  IC_MISSING_ENT_PARAMETER: refusal(
    400,
    'observed',
    'Only half of the signature was sent',
    'icac (account) and ichm (signature) belong together, and one of them is missing.',
    'Send both, or neither.',
  ),
  IC_INVALID_SIGNATURE: refusal(
    401,
    'documented',
    'The signature does not match',
    'ichm is not the HMAC-SHA256 of the query string that arrived.',
    'Sign the exact query as it is sent, without ichm and without the question mark.',
  ),
  IC_ACCOUNT_ID_NOT_FOUND: refusal(
    401,
    'documented',
    'The account is unknown',
    'No account has the id that icac names.',
    'Check icac.',
  ),
  IC_RETINA_ERROR: plan('Retina images'),
  IC_LOCALE_ERROR: plan('Locales'),
  IC_UNAUTHORIZED_FONT_STYLE_ERROR: plan('Font styles'),
  IC_UNAUTHORIZED_FONT_FAMILY_ERROR: plan('Font families'),
  IC_UNAUTHORIZED_STYLE_TITLE_ERROR: plan('Styled titles'),
  IC_UNAUTHORIZED_MULTI_AXIS_ERROR: plan('More than two axes'),
  IC_UNAUTHORIZED_COMPOUND_CHART_ERROR: plan('Compound charts'),
  IC_UNAUTHORIZED_BACKGROUND_IMAGE_CHART_ERROR: plan('Background images'),
  IC_BAD_JSON_ERROR: refusal(
    400,
    'inferred',
    'The chart is not JSON',
    'c is not JSON, relaxed JSON, or base64 of one of them.',
    'Check brackets and quotes; with base64, send encoding=base64 and %2B for every plus sign.',
  ),
  IC_BAD_DATA_FORMAT: refusal(
    400,
    'inferred',
    'The chart holds no data',
    'There is no data.datasets, or a dataset has no data array.',
    'Give every dataset a data array.',
  ),
  IC_BAD_BACKGROUND_COLOR_ERROR: refusal(
    400,
    'inferred',
    'The background colour is not a colour',
    'backgroundColor is neither rgb, rgba, hex nor a colour name.',
    'Send a # as %23.',
  ),
  IC_CHARTJS_RENDERING_ERROR: refusal(
    400,
    'inferred',
    'Chart.js refused the chart',
    'The configuration was read, but Chart.js failed while drawing it.',
    'Check type, scales and options against the Chart.js version in the path.',
  ),
  IC_BAD_BACKGROUND_IMAGE_MAX_SIZE_REACHED_ERROR: image(
    'The background image is too large',
    'It has more than 1 MiB.',
  ),
  IC_BAD_BACKGROUND_IMAGE_MAX_REDIRECTS_REACHED_ERROR: image(
    'The background image redirects too often',
    'Its address redirects more than twice.',
  ),
  IC_BAD_BACKGROUND_IMAGE_MAX_TIMEOUT_REACHED_ERROR: image(
    'The background image took too long',
    'It did not arrive within 2.5 seconds.',
  ),
  IC_BAD_BACKGROUND_IMAGE_COULD_BE_DOWNLOADED_ERROR: image(
    'The background image could not be loaded',
    'Its address did not answer with an image. (The code’s name lacks a “not”.)',
  ),
  IC_GRAPHVIZ_INVALID_SYNTAX: otherProduct(
    'The graph has a syntax error',
    'The DOT source of a Graphviz chart cannot be read.',
  ),
  IC_GRAPHVIZ_ERROR: otherProduct('The graph could not be drawn', 'Graphviz failed.'),
  IC_GRAPHVIZ_MAX_EDGES_REACHED: otherProduct(
    'The graph has too many edges',
    'A Graphviz chart may have 400 edges.',
  ),
  IC_GRAPHVIZ_MAX_NODES_REACHED: otherProduct(
    'The graph has too many nodes',
    'A Graphviz chart may have 200 nodes.',
  ),
  IC_QRCODE_TOO_MUCH_DATA: otherProduct(
    'The QR code holds too much',
    'The text does not fit into a QR code.',
  ),
  IC_EMAIL_NOT_SENT: backOffice('An e-mail of the website could not be sent.'),
  IC_SEND_EMAIL_MISSING: backOffice('A form of the website lacks an e-mail address.'),
  IC_CONTACT_NOT_UPDATED: backOffice('A contact could not be updated.'),
  IC_METADATA_EMAIL_MISSING: backOffice('An account’s metadata lacks an e-mail address.'),
  IC_UPDATE_METADATA_FAILED: backOffice('An account’s metadata could not be updated.'),
  IC_CUSTOMER_SEARCH_FAILED: backOffice('A customer could not be looked up.'),
  IC_DATA_LOADING_FAILED: backOffice('Data of the website could not be loaded.'),
} as const;
