import { simplified } from '../simplified';

/** What of a person a cell may hold. */
export const personalKinds = ['person', 'phone', 'id', 'bank'] as const;

export type PersonalKind = (typeof personalKinds)[number];

/** What each kind's pseudonyms begin with. */
export const pseudonymWords: Record<PersonalKind, string> = {
  person: '人员',
  phone: '电话',
  id: '证件',
  bank: '账号',
};

const headerWords: readonly (readonly [kind: PersonalKind, words: RegExp])[] = [
  ['id', /身份证|证件号|公民身份|idcard|idnumber|idno\.?$/i],
  ['phone', /电话|手机|联系方式|座机|固话|phone|mobile|^tel\.?$|telephone/i],
  ['bank', /银行卡|卡号|账号|帐号|账户|帐户|一卡通|社保卡|bankaccount|accountn(?:o|umber)/i],
  [
    'person',
    /(?:姓名|名字|户主|家长|监护人|配偶|[^村镇乡个多每法无本]人|法人|书记|主任|委员|会长|站长|队长|组长|会计|文书|网格员|楼栋长|干部|专干|队员|党员|评委|考官|签名|签字)(?:姓名|名字|签名|签字|代表)?(?:\([^()]*\))?$/,
  ],
  [
    'person',
    /^(?:(?:full|first|last|middle|given|family|maiden|sur|fore|contact|person|member|resident|villager|secretary|leader|director|manager|assessor|judge|inspector|employee|staff|student|teacher|patient|customer|applicant|owner|guardian|parent|spouse|husband|wife|father|mother|head(?:ofhousehold)?|householder)(?:'?s)?names?|surname|forename|contact(?:person)?|personincharge|responsibleperson|house(?:hold)?er|headof(?:the)?(?:household|family)|(?:party|branch|village)secretary|signature|signedby|namesof.*(?:members|persons|people)|nameof.*(?:person|member|secretary|householder|head|owner|contact))$/i,
  ],
];

/** What a list of people gives beside their names. */
const personalFact =
  /性别|年龄|出生|民族|身份证|^(?:sex|gender|age|dob|nationality|passport.*|marital.*|mobile.*|id(?:card|entity)?(?:no\.?|number))$|birth|surname/i;

/**
 * The kind that each header of a table announces; null where it announces none. A bare Name is of people where the table
 * gives their sex, age or the like beside it. Whether the cells bear it out is another question.
 */
export function announcedKinds(headers: readonly string[]): (PersonalKind | null)[] {
  const plain = headers.map((header) =>
    simplified(header.normalize('NFKC')).replaceAll(/[\s_]+/g, ''),
  );
  const isOfPeople = plain.some((header) => personalFact.test(header));
  return plain.map((header) => {
    const known = headerWords.find(([, words]) => words.test(header))?.[0] ?? null;
    return known ?? (isOfPeople && /^names?$/i.test(header) ? 'person' : null);
  });
}

const codeOrMoney =
  /代码|编码|编号|金额|收入|支出|元|余额|产值|面积|统一社会|code|amount|income|serial/i;

/** Whether a header says that long numbers under it are codes or sums, however much they look like those of a person. */
export function isCodeOrMoney(header: string): boolean {
  return codeOrMoney.test(header.normalize('NFKC'));
}
