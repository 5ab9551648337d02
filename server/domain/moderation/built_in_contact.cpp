// Built-in rules about reaching somebody outside the room: numbers, addresses, names on other services, links.
#include "domain/moderation/built_in_rules.hpp"

// Names of other services. "snap", "face" and "tt" alone are also a baby's clothes, cheeks and Spanish shorthand.
#define SERVICE                                                                                          \
  "(?:insta(?:gram)?|ig|tik ?tok|snapchat|facebook|fb|messenger|twitter|telegram|whats ?app|wsp|discord" \
  "|kik|only ?fans|etsy|you ?tube|pinterest)"

#define DIGIT_WORD                                                                                    \
  "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|cero|uno|dos|tres|cuatro|cinco|seis|siete" \
  "|ocho|nueve)"

namespace nightlight::domain {
namespace {

// What a number may count here.
#define UNIT "(?:ml|mls|cc|oz|ounces?|onzas?|g|gr|grams?|gramos?|kg|kilos?|lbs?|libras?|mg|mcg|cm|min)\\b"
#define TOLL_FREE "\\b(?:\\+?1[ .-]?)?\\(?8(?:00|33|44|55|66|77|88)\\)?[ .-]{0,2}\\d{3}[ .-]?\\d{4}\\b"

constexpr auto phone_numbers = std::to_array<built_in_pattern>({
    // 312 555 0123, (312) 555-0123, +1 312.555.0123
    {"\\(?\\b\\d{3}\\)?[ .-]{0,2}\\d{3}[ .-]?\\d{4}\\b", TOLL_FREE "|\\d{3}[ ,-]+\\d{3}[ ,-]+\\d{4} ?" UNIT},
    // +52 55 1234 5678, but not a count of weeks: 38+4
    {"\\+\\d[\\d .()-]{6,}\\d\\b", "\\d ?\\+ ?\\d|" TOLL_FREE},
    // 612 345 678, 612 34 56 78
    {"\\b[67]\\d{2}(?:[ .-]?\\d{3}[ .-]?\\d{3}|[ .-]\\d{2}[ .-]\\d{2}[ .-]\\d{2})\\b",
     "\\d{3}[ ,-]+\\d{3}[ ,-]+\\d{3}(?:[ ,-]+\\d{3})* ?" UNIT},
    // 55 1234 5678
    {"\\b\\d{2}[ .-]\\d{4}[ .-]\\d{4}\\b", "(?:19|20)\\d{2}[ .-](?:19|20)\\d{2}|\\d{4} ?" UNIT},
    // Seven digits only beside a word that says what they are: 830-1030 is a stretch of sleep.
    {"\\b(?:call|text|phone|cell|whats ?app|my number|mi n[uú]mero|ll[aá]m(?:a|e|en)me|tel[eé]fono|celular|"
     "m[oó]vil)(?:[ :,]+(?:me|us|is|at|on|al|es|a|el|it's)\\b)*[ :,]+\\d{3}[ .-]?\\d{4}\\b",
     "\\d{4} ?" UNIT},
    {"\\b" DIGIT_WORD "(?:[ ,.-]+" DIGIT_WORD "){6,}\\b", "three[ ,.-]+four[ ,.-]+five|tres[ ,.-]+cuatro[ ,.-]+cinco"},
    {"\\b(?:tel|phone|cel|whats ?app|wsp)\\.?[ :]+\\+?\\d[\\d .-]{5,}\\d\\b", TOLL_FREE "|\\d{4} ?" UNIT},
    // The wish for one.
    {"\\b(?:what'?s|what is|send me|give me|gimme|can i (?:get|have)|drop|dame|d[eé]me|p[aá]s(?:a|e|en)me|m[aá]ndame|"
     "cu[aá]l es|me das|me pasas) (?:your|ur|tu|su) (?:phone|cell|number|digits|n[uú]mero|cel|celular|tel[eé]fono|"
     "whats ?app)\\b",
     "(?:number|n[uú]mero) (?:one|1|uno|of|de|for)\\b"},
});

constexpr auto email_addresses = std::to_array<built_in_pattern>({
    {"[^\\s@<>(),;]+@[\\pL\\d-]+(?:\\.[\\pL\\d-]+)*\\.[a-z]{2,}\\b"},
    {"[a-z0-9._-]+ ?(?:\\(at\\)|\\[at\\]|\\bat\\b|@|\\barroba\\b) ?[a-z0-9-]+ ?(?:\\(dot\\)|\\[dot\\]|\\bdot\\b|"
     "\\bpunto\\b) ?(?:com|net|org|edu|es|mx|co)\\b"},
});

// After '@': where and when things happen, and the people of the room.
#define NO_HANDLE                                                                                              \
  "[^\\s(,:;]@|@(?:night|home|noon|work|midnight|bedtime|least|all|everyone|everybody|todos|todas|here|staff|" \
  "mods?|moderators?|facilitators?|hospital|birth|daycare|school|nap|lunch|dinner|breakfast|my|the|this|that|" \
  "first|last|once|casa|noche)\\b"

constexpr auto social_handles = std::to_array<built_in_pattern>({
    // At the very beginning of a message "@ana" speaks to somebody in the room.
    {"@[a-z_][a-z0-9_.]{2,29}",
     NO_HANDLE "|^@[^\\s\\d_.@]+(?:[ ,:!]|$)[ ,:]*[^\\s]|\\b(?:thanks|thank you|thx|gracias|hi|"
               "hello|hola|hey|welcome|bienvenida|sorry|congrats|felicidades|hugs|abrazos?|"
               "agree with) @[^\\s\\d_.@]+(?: |$)"},
    {"@[a-z0-9_.]{3,30} (?:on|en|is my|es mi|in) (?:my |mi )?" SERVICE "\\b"},
    {"\\b(?:my|our|mi|nuestro|nuestra)(?: personal| public)? " SERVICE
     "(?: ?(?:handle|user ?name|name|account|page|profile|user|id|usuario|cuenta|perfil))?(?: (?:is|es)\\b| ?[:=@])",
     SERVICE " is (?:down|full|broken|not|so|too|all|nothing|just|making|driving)\\b"},
    {"\\b(?:(?:add|follow|find|message|dm|pm|text|hit|reach|contact|catch|look for|search for|"
     "write) (?:me|us)(?: up)? (?:over )?(?:on|at|in|through|via)(?: my)?|let'?s (?:talk|chat|move|"
     "connect) (?:on|over)(?: to)?|connect(?: with me)? on) " SERVICE "\\b"},
    {"\\b(?:add|follow) me (?:on|at|@)",
     "me (?:on|at) (?:to|the|this|that|your|my|next|top|mon|tue|wed|thu|fri|sat|sun|monday|tuesday|wednesday|"
     "thursday|friday|saturday|sunday|\\d)\\b"},
    {"\\b(?:inbox|dm) me\\b", "dm me (?:too|also|neither)\\b|(?:gestational|type ?\\d?) dm\\b"},
    {"\\b(?:please|just|can|you|or|to|so|and|then) pm me\\b", "\\d ?(?:or|to|and) pm\\b"},
    {"\\bwhats ?app me\\b|\\bm[aá]nd(?:a|e|en)me (?:un )?(?:whats ?app|wsp|wasap|guasap)\\b"},
    {"\\b(?:what'?s|what is|give me|send me|share|drop|tell me|dame|denme|p[aá]s(?:a|e|en)me|"
     "cu[aá]l es|me das|me pasas) (?:your|ur|tu|tus|su|sus) " SERVICE "\\b"},
    {"\\bagr[eé]g(?:a|ue|uen)me (?:en|al|a mi|por)\\b|\\ba[ñn][aá]d[ea](?:n)?me (?:en|al|a mi)\\b",
     "me (?:en|al|a mi) (?:la |el |esta |este |su |tu )?(?:lista|grupo de esta|sala|reuni[oó]n|c[ií]rculo|turno)\\b"},
    {"\\b(?:s[ií]g(?:ue|an|a)me|b[uú]s(?:ca|can|que|quen|camos|co)me|encu[eé]ntr(?:a|e|en)me|escr[ií]b(?:e|a|an)me|"
     "h[aá]bl(?:a|e|en)me|cont[aá]ct(?:a|e|en)me|me encuentran?s?|hablamos|platicamos|chateamos) (?:en|por|al)(?: mi|"
     " el| la)? " SERVICE "\\b|\\bestoy en " SERVICE " como\\b"},
    {"\\b(?:m[aá]nd|env[ií])(?:a|e|en)me (?:un )?(?:dm|md|inbox|privado|mensaje (?:privado|directo))\\b"},
    {"\\b(?:is|es) (?:my|mi) " SERVICE "\\b|\\b(?:can i get|can i have) (?:your|ur) " SERVICE "\\b|\\badd me al\\b"},
    // A word with digits: "my snap is broken" is about clothes.
    {"\\bmy (?:snap|tt|user ?name) (?:is|:) ?@?[\\pL_]+[\\d_][\\pL\\d_.]*"},
});

// After a number: what it counts, and words that begin something else than a street's name.
#define NO_STREET                                                                                                   \
  "\\b\\d{1,5} (?:weeks?|wks?|days?|hours?|hrs?|minutes?|mins?|min|months?|mos?|mths?|years?|yrs?|times?|kids?|"    \
  "children|boys?|girls?|babies|baby|more|of|to|and|or|oz|ounces?|ml|cups?|feeds?|feedings?|lbs?|pounds|kilos?|kg|" \
  "grams?|am|pm|per|percent|cm|naps?|miles?|km|blocks?|my|the|a|an|our|his|her|this|that|because|but|so|then|when|" \
  "with|i|we|he|she|it|you|in|on|at|for|is|was|it's|i'm|each|every|long|hard|big|different|people|moms?|mums?|"     \
  "nurses?|doctors?|steps?|things?|nights?|mornings?|called|asked|saw|good|bad|year|month|day|hour|minute)\\b"
#define STREET_NAME "(?:(?:n|s|e|w|north|south|east|west)\\.? )?(?:[\\pL'.-]+|\\d+(?:st|nd|rd|th)) "
#define SURE_STREET "(?:street|avenue|ave|boulevard|blvd|lane|ln|rd|road|parkway|pkwy|hwy|terrace)"
#define OTHER_STREET "(?:st|dr|drive|ct|court|pl|place|cir|circle|way|ter)"
#define NO_DISTANCE                                                                                                      \
  "\\d+ (?:minutos?|min|horas?|hrs?|veces|d[ií]as?|semanas?|mes|meses|a[ñn]os?|cuadras?|metros?|km|kil[oó]metros?|m|" \
  "pasos?|personas?|mam[aá]s?|onzas?|ml)\\b"

constexpr auto postal_addresses = std::to_array<built_in_pattern>({
    {"\\b\\d{1,5} " STREET_NAME "(?:[\\pL'.-]+ ){0,2}" SURE_STREET "\\b", NO_STREET},
    {"\\b\\d{3,5} " STREET_NAME "(?:[\\pL'.-]+ )?" OTHER_STREET "\\b", NO_STREET},
    {"\\b(?:live|lives|living|staying|stay|address is|located|house is|moved|apartment is)(?: over| out)? (?:at|on|to|"
     "in) \\d{1,5} " STREET_NAME "(?:[\\pL'.-]+ )?" OTHER_STREET "\\b",
     NO_STREET},
    {"\\b(?:my (?:home |mailing |new )?address is|mi direcci[oó]n es|our address is)\\b"},
    {"\\b(?:what|which) street (?:are|do) you\\b|\\bwhere (?:exactly )?do you live exactly\\b|"
     "\\bwhere exactly do you live\\b|\\b(?:send|give|dm|tell|text) me (?:your|ur) (?:home )?(?:address|location)\\b|"
     "\\bwhat'?s (?:your|ur) (?:street|home address|address)\\b|\\b(?:dame|m[aá]ndame|p[aá]same|"
     "dime) tu (?:direcci[oó]n|ubicaci[oó]n|calle)|\\ben qu[eé] calle (?:vives|est[aá]s)|"
     "\\bd[oó]nde vives exactamente\\b",
     "(?:email|e-mail) address"},
    {"\\bp\\.? ?o\\.? box #?\\d+\\b|\\bapartado postal \\d+\\b"},
    {"\\b(?:zip(?: ?code)?|c[oó]digo postal|c\\.p\\.)(?: is| es)?[ :]+\\d{5}\\b|, (?:il|illinois|wi|in|tx|ca|ny|fl|"
     "az|nj|mi|oh|mo|ia) \\d{5}(?:-\\d{4})?\\b"},
    {"\\b(?:calle|avenida|avda\\.?|av\\.|bulevar|blvd\\.?|calzada|callej[oó]n|carrera) (?:[^\\s\\d]+ ){0,5}?(?:n(?:o|"
     "[uú]m(?:ero)?)?\\.? ?|# ?)?\\d{1,5}\\b",
     NO_DISTANCE "|\\bcarrera (?:de|por|a)\\b"},
    {"\\b(?:calle|carrera|cra\\.?|cl\\.?) \\d{1,3}[a-z]? ?(?:#|n[oº]\\.?) ?\\d{1,3}"},
    {"\\bviv(?:o|imos) en (?:la |el )?(?:calle|avenida|av\\.|colonia|col\\.|carrera|pasaje|paseo|plaza|"
     "fraccionamiento) (?:de |del |la |las |los )*\\pL+"},
});

#define TOP_LEVEL "(?:com|net|org|info|io|shop|store|ly|tv|biz|gov|edu|xyz|club|blog)"

constexpr auto links = std::to_array<built_in_pattern>({
    {"\\bhttps?:/[^\\s]+|\\bhxxps?:/[^\\s]+"},
    {"\\bwww\\.[\\pL\\d-]+\\.[^\\s]+"},
    {"[\\pL\\d][\\pL\\d-]*(?:\\.[\\pL\\d-]+)*\\." TOP_LEVEL "\\b(?:/[^\\s]*)?", "[^\\s@]+ ?@ ?[^\\s]+"},
    // Endings that are words too only with something after them: "so tired.me too" is no link.
    {"[\\pL\\d][\\pL\\d-]*\\.(?:co|me|es|mx|us|be|gl|gg|cc|uk|ca|ar|cl|pe|eu|link|page|app|site|online|ee|bio)/[^\\s]+",
     "[^\\s@]+ ?@ ?[^\\s]+"},
    {"\\b[\\pL\\d-]+ ?(?:\\(dot\\)|\\[dot\\]|\\bdot\\b|\\bpunto\\b) ?(?:com|net|org)\\b",
     "(?:@|\\bat\\b|\\(at\\)|\\barroba\\b) ?[\\pL\\d-]+ ?\\(?(?:dot|punto)\\)? ?(?:com|net|org)\\b"},
});

}  // namespace

std::span<const built_in_pattern> phone_number_patterns() { return phone_numbers; }
std::span<const built_in_pattern> email_address_patterns() { return email_addresses; }
std::span<const built_in_pattern> social_handle_patterns() { return social_handles; }
std::span<const built_in_pattern> postal_address_patterns() { return postal_addresses; }
std::span<const built_in_pattern> link_patterns() { return links; }

}  // namespace nightlight::domain
