/** Beginnings of rows that are no plain data, as the engine's regular expressions read them; case does not count. */
export const tailWords =
  '(?i)[\\s\\x{3000}]*(?:小\\s*计|合\\s*计|总\\s*计|共\\s*计|平均|注|备注|说明|附注|填表|填报|制表|审核|sub-?total|grand total|total|average|notes?|sources?)\\b?.*';

/** The first characters that those beginnings have. */
export const tailLetters = ' \t\u3000小合总共平注备说附填制审sgtanSGTAN';
