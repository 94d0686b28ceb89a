import type { PlaceOrigin } from '../model/mapping';
import { onlyPlace, placeOrigin, type PlaceWords } from './place-words';

/** A name of a district or county ends in the word for its kind. 社区 is none, nor are 区县 and 县级. */
const named = /(\p{Script=Han}+?)(自治县|县|区|旗)(?![区县域划间位级长内外属直市])/gu;

/** Words for districts in general, for kinds of areas that are none, and what 旗 also is. */
const general =
  /^(?:[全各本该每我两多外下跨城郊山老新市东南西北中]|城关|中心城|主城|(?:边远|偏远|贫困|丘陵|革命).*|.*(?:[社片园小辖景校地街库林灾牧营厂港矿战禁特时分专省市区县夺]|开发|高新|经开|工业|农业|保护|功能|示范|试点|重点|行政|自治|有关|相关|贫困|脱贫|先进|百强|锦|红|国|党旗|流动)|[一二三四五六七八九十]+)$/;

/** What stands right before a name in running text: time, labels, the places above the district. */
const leads = [
  /^(?:年度?|月份?|日|第?[一二三四]季度|[上下]半年)+/,
  /^(?:附件|关于|中共|填报单位|上报单位|报送单位|单位|所属)/,
  /^\p{Script=Han}{2,}?(?:省|自治区)(?=\p{Script=Han})/u,
  /^\p{Script=Han}{2,}?[市州盟](?=\p{Script=Han})/u,
];

/** The one district or county that a text names: 云川区2023年度考核结果. Null where it names none, or several. */
export function readDistrict(text: string): string | null {
  return onlyPlace(text, named, (stem) => {
    const name = leads.reduce((rest, lead) => rest.replace(lead, ''), stem);
    return name.length < 1 || name.length > 5 || general.test(name) ? null : name;
  });
}

/** The district that a table's title names, else its sheet, else its file. */
export function districtOrigin(table: PlaceWords): PlaceOrigin | null {
  return placeOrigin(table, readDistrict);
}
