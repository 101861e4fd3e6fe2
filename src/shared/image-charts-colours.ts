// In: what was given as a background colour. Out: the colour as the canvas takes it, or undefined where it is none: rgb, rgba, hex
// or a name of CSS Color 4, as the dialect documents it.

const names = new Set(
  `aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood cadetblue
  chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey
  darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue darkslategray
  darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite forestgreen
  fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender
  lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray lightgreen lightgrey
  lightpink lightsalmon lightseagreen lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
  magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen
  mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange
  orangered orchid palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple
  rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue slategray
  slategrey snow springgreen steelblue tan teal thistle tomato transparent turquoise violet wheat white whitesmoke yellow
  yellowgreen`.split(/\s+/),
);

const hex = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const number = '\\s*\\+?\\d{1,3}(?:\\.\\d{1,6})?%?\\s*';
const share = '\\s*\\+?(?:\\d{1,3}(?:\\.\\d{1,6})?|\\.\\d{1,6})%?\\s*';
const rgb = new RegExp(`^rgba?\\(${number},${number},${number}(?:,${share})?\\)$`, 'i');

/** `%23` counts as `#`: the official clients' own example encodes it twice. */
export function backgroundColour(given: string): string | undefined {
  const colour = given.trim().replace(/^%23/, '#').replace(/\+/g, '');
  return hex.test(colour) || rgb.test(colour) || names.has(colour.toLowerCase()) ? colour : undefined;
}
