export type Emoji = { sign: string; name: string };

/** More are not looked at while typing. */
const SHOWN = 8;

/** Sign, its name, then other words it is found by, English and German. The first ones are offered when nothing is typed. */
const LIST = `🙂 smile lächeln freundlich happy
👍 thumbsup daumen gut yes ja ok plus
❤️ heart herz liebe love
🎉 tada party feier hurra celebrate
😂 joy lachen laugh tränen lol
🙏 thanks danke bitte please pray
👀 eyes augen schau look
💡 bulb lampe licht idee idea light
😀 grinning grinsen grin
😃 smiley lächeln happy
😄 laughing lachen laugh
😁 beaming strahlen grin
😅 sweat_smile schwitzen puh phew
🤣 rofl lachen laugh boden
😊 blush rot erröten happy
😇 innocent engel angel heilig
🙃 upside_down verkehrt kopf
😉 wink zwinkern
😌 relieved erleichtert
😍 heart_eyes verliebt love
😘 kiss kuss
😋 yum lecker tasty
😛 tongue zunge
😜 crazy zunge verrückt
🤪 zany verrückt
😎 sunglasses cool sonnenbrille
🤓 nerd streber brille
🧐 monocle prüfen inspect
🤩 star_struck begeistert stars
🥳 partying feiern party birthday
😏 smirk schmunzeln
😒 unamused genervt
😞 disappointed enttäuscht sad
😔 pensive nachdenklich traurig
😕 confused verwirrt
🙁 frown traurig sad
😣 persevering durchhalten
😖 confounded verzweifelt
😩 weary müde
🥺 pleading bittend please
😢 cry weinen traurig sad
😭 sob heulen weinen
😤 huff schnauben
😠 angry wütend böse
😡 rage wut
🤯 mind_blown explodiert wow
😳 flushed verlegen
🥵 hot heiß hitze
🥶 cold kalt frieren
😱 scream schrei angst
😨 fearful angst
😰 anxious sorge
😥 sad traurig
🤗 hug umarmung
🤔 thinking denken hmm nachdenken
🤭 oops ups kichern
🤫 quiet leise shush
😐 neutral egal
😑 expressionless ausdruckslos
😬 grimace grimasse ups
🙄 eye_roll augenrollen
😮 open_mouth erstaunt wow
😲 astonished überrascht
🥱 yawn gähnen
😴 sleeping schlafen sleep
🤤 drooling sabbern
🤒 sick krank fieber
🤕 hurt verletzt
🤧 sneeze niesen
🤷 shrug achselzucken keineahnung
🤦 facepalm ohje
🙋 raised_hand melden ich me
🙌 raised_hands jubel hooray
👏 clap applaus klatschen bravo
👋 wave winken hallo hello tschüss bye
🤝 handshake handschlag deal
👌 ok_hand okay perfekt
✌️ victory frieden peace
🤞 fingers_crossed daumendrücken glück luck
👎 thumbsdown schlecht no nein minus
👊 fist faust
✊ raised_fist faust
💪 muscle stark muskel strong
👉 point_right zeigen rechts
👈 point_left zeigen links
👆 point_up zeigen oben
👇 point_down zeigen unten
☝️ index finger achtung
✍️ writing schreiben
💔 broken_heart gebrochen
🧡 orange_heart
💛 yellow_heart gelb
💚 green_heart grün
💙 blue_heart blau
💜 purple_heart lila
🖤 black_heart schwarz
💯 hundred hundert genau
💥 boom explosion knall
💫 dizzy schwindlig
⭐ star stern
🌟 glowing_star stern
✨ sparkles glitzer neu new sauber
🔥 fire feuer heiß
⚡ zap blitz strom power
💧 drop tropfen wasser water
🌈 rainbow regenbogen
☀️ sun sonne
🌙 moon mond nacht
☁️ cloud wolke
🌧️ rain regen
❄️ snow schnee kalt
🌱 seedling pflanze plant
🌸 blossom blume flower
🌹 rose
🌳 tree baum
🐶 dog hund
🐱 cat katze
🐭 mouse maus
🐝 bee biene
🐛 bug käfer fehler wurm
🍀 clover klee glück luck
🍎 apple apfel
🍌 banana banane
🍕 pizza
🍰 cake kuchen torte
🎂 birthday geburtstag kuchen
🍪 cookie keks
☕ coffee kaffee tee tea
🍺 beer bier
🍷 wine wein
🥂 cheers prost anstoßen
🚗 car auto
🚲 bike fahrrad
🚚 truck lieferwagen lieferung delivery
📦 package paket parcel
✈️ plane flugzeug
🚀 rocket rakete
🏠 house haus home
🏡 garden_house garten
🚪 door tür
🛋️ sofa couch
🛏️ bed bett
🚿 shower dusche
🔌 plug stecker strom
🔋 battery akku batterie
🔦 flashlight taschenlampe
🕯️ candle kerze
🔧 wrench schlüssel werkzeug
🔨 hammer
🪛 screwdriver schraubenzieher schraubendreher
🔩 screw schraube mutter bolt
🧰 toolbox werkzeugkasten
✂️ scissors schere
📏 ruler lineal maß
📐 triangle winkel
📷 camera kamera foto photo
📱 phone handy telefon
💻 laptop computer rechner
🖨️ printer drucker
📧 email mail e-mail
✉️ envelope brief letter
📎 paperclip büroklammer anhang
📌 pin stecknadel
📄 page seite blatt
🧾 receipt quittung rechnung beleg
📅 calendar kalender datum
⏰ alarm wecker
⏳ hourglass warten wait
⌛ time zeit sanduhr
🔍 search suche lupe
🔒 lock schloss
🔑 key schlüssel
🔔 bell glocke
💬 speech sprechblase
💰 money geld
💶 euro geld
💳 card karte kreditkarte
🛒 cart einkaufswagen
🎁 gift geschenk
🎈 balloon ballon
🏆 trophy pokal gewinner
🥇 gold medaille erster first
🎵 music musik note
🎨 art kunst farbe
📚 books bücher
❓ question frage
❗ exclamation ausrufezeichen wichtig
⚠️ warning warnung achtung vorsicht
🚫 forbidden verboten
❌ cross falsch nein no wrong
✅ check erledigt haken richtig done
☑️ checked haken
➕ plus
➖ minus
🔄 refresh neu wiederholen
♻️ recycle recycling
➡️ right_arrow rechts pfeil
⬅️ left_arrow links pfeil
⬆️ up_arrow oben pfeil
⬇️ down_arrow unten pfeil
🔴 red rot
🟠 orange
🟡 yellow gelb
🟢 green grün
🔵 blue blau
⚫ black schwarz
⚪ white weiß`;

type Entry = Emoji & { words: string[] };

const entries: Entry[] = LIST.split('\n').map((line) => {
  const [sign = '', name = '', ...words] = line.split(' ');
  return { sign, name, words: [name, ...name.split('_'), ...words].map(plain) };
});

/** Without case and accents: 'Tranen' and 'traenen' are near enough to 'Tränen'. */
function plain(word: string): string {
  return word.toLowerCase().replace(/ß/g, 'ss').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Emoji whose name or word begins with what was typed, those with that very name first; the usual ones for nothing. */
export function findEmoji(typed: string): Emoji[] {
  const start = plain(typed).replace(/:$/, '');
  const simple = start.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/ue/g, 'u');
  const rank = ({ words }: Entry): number => {
    if (words[0] === start) return 0;
    if (words.includes(start)) return 1;
    if (words[0]?.startsWith(start)) return 2;
    return words.some((word) => word.startsWith(start) || word.startsWith(simple)) ? 3 : 4;
  };
  return entries
    .map((entry) => ({ entry, rank: rank(entry) }))
    .filter((found) => found.rank < 4)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ entry: { sign, name } }) => ({ sign, name }));
}
