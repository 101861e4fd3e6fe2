// In: nothing. Out: the recipes of the Image-Charts dialect.
import type { imageChartsErrors } from '#shared/errors-image-charts.ts';
import type { RenderRequest } from '../../request/send.ts';
import type { Recipe } from './recipes.ts';

const PATH = '/chart.js/2.8.0';
const good = "{type:'bar',data:{labels:['A','B'],datasets:[{label:'S',data:[1,2]}]}}";

/** JSON is asked for: the picture of a message is made for `<img>`, and says the same. */
const ask = (query: Record<string, string>): Recipe => ({
  request: {
    method: 'GET',
    path: `${PATH}?${new URLSearchParams(query)}`,
    body: null,
    key: null,
    dialect: 'image-charts',
    headers: { Accept: 'application/json' },
  } satisfies RenderRequest,
});

const paid: Recipe = { elsewhere: 'Every feature of this server is in every plan of this dialect.' };
const images: Recipe = { elsewhere: 'This server fetches nothing, so no background image can fail.' };
const otherProduct: Recipe = { elsewhere: 'Another product of the vendor, which this server does not have.' };
const backOffice: Recipe = { elsewhere: 'The vendor’s own website, which this server does not have.' };

export const imageChartsRecipes: Record<keyof typeof imageChartsErrors, Recipe> = {
  IS_VALIDATION_ERROR: ask({ width: '400' }),
  IC_MISSING_ENT_PARAMETER: ask({ c: good, icac: 'test_fixture' }),
  IC_INVALID_SIGNATURE: ask({ c: good, icac: 'test_fixture', ichm: '0'.repeat(64) }),
  IC_ACCOUNT_ID_NOT_FOUND: ask({ c: good, icac: 'nobody', ichm: '0'.repeat(64) }),
  IC_RETINA_ERROR: ask({ c: good, icretina: '1' }),
  IC_LOCALE_ERROR: paid,
  IC_UNAUTHORIZED_FONT_STYLE_ERROR: paid,
  IC_UNAUTHORIZED_FONT_FAMILY_ERROR: paid,
  IC_UNAUTHORIZED_STYLE_TITLE_ERROR: paid,
  IC_UNAUTHORIZED_MULTI_AXIS_ERROR: paid,
  IC_UNAUTHORIZED_COMPOUND_CHART_ERROR: paid,
  IC_UNAUTHORIZED_BACKGROUND_IMAGE_CHART_ERROR: paid,
  IC_BAD_JSON_ERROR: ask({ c: "{type:'bar'" }),
  IC_BAD_DATA_FORMAT: ask({ c: "{type:'bar',data:{labels:['A']}}" }),
  IC_BAD_BACKGROUND_COLOR_ERROR: ask({ c: good, bkg: '#12' }),
  IC_CHARTJS_RENDERING_ERROR: ask({ c: good.replace('bar', 'unknown') }),
  IC_BAD_BACKGROUND_IMAGE_MAX_SIZE_REACHED_ERROR: images,
  IC_BAD_BACKGROUND_IMAGE_MAX_REDIRECTS_REACHED_ERROR: images,
  IC_BAD_BACKGROUND_IMAGE_MAX_TIMEOUT_REACHED_ERROR: images,
  IC_BAD_BACKGROUND_IMAGE_COULD_BE_DOWNLOADED_ERROR: images,
  IC_GRAPHVIZ_INVALID_SYNTAX: otherProduct,
  IC_GRAPHVIZ_ERROR: otherProduct,
  IC_GRAPHVIZ_MAX_EDGES_REACHED: otherProduct,
  IC_GRAPHVIZ_MAX_NODES_REACHED: otherProduct,
  IC_QRCODE_TOO_MUCH_DATA: otherProduct,
  IC_EMAIL_NOT_SENT: backOffice,
  IC_SEND_EMAIL_MISSING: backOffice,
  IC_CONTACT_NOT_UPDATED: backOffice,
  IC_METADATA_EMAIL_MISSING: backOffice,
  IC_UPDATE_METADATA_FAILED: backOffice,
  IC_CUSTOMER_SEARCH_FAILED: backOffice,
  IC_DATA_LOADING_FAILED: backOffice,
};
