// Built-in rules about what is said to others: doses, diets, things for sale.
#include "domain/moderation/built_in_rules.hpp"

#define COUNT_EN "(?:one|two|three|four|five|six|half an?|half|a half|a couple|a few|another|\\d{1,2}(?:[./]\\d)?)"
#define COUNT_ES "(?:un|una|uno|dos|tres|cuatro|cinco|seis|media|medio|un par|\\d{1,2}(?:[./]\\d)?)"
#define FORM_EN                                                                                        \
  "(?:pills?|tablets?|tabs?|caps(?:ules?)?|tylenols?|advils?|ibuprofens?|motrins?|benadryls?|aleves?|" \
  "xanax|ativans?|zolofts?|unisoms?|melatonins?|gummies|doses?|puffs?|sleeping pills?|painkillers?)"
#define FORM_ES                                                                                       \
  "(?:pastillas?|tabletas?|comprimidos?|c[aá]psulas?|p[ií]ldoras?|gotas?|dosis|paracetamol(?:es)?|" \
  "ibuprofenos?|tylenol|aspirinas?|sobres?|cucharaditas? de (?:jarabe|paracetamol|ibuprofeno|tylenol))"
#define STRENGTH "\\d+(?:[.,]\\d+)? ?(?:mg|mgs|mcg|µg|μg|milligrams?|miligramos?|micrograms?|microgramos?)"

// Her own prescription, or her child's, up to the number: "i'm on 50 mg", "me recetaron 50 mg".
#define OWN_EN                                                                                                        \
  "\\b(?:i(?:'m| am| was|'ve| have|'d|'ll)?(?: been| only| just| still| also| usually| now| currently| once|"         \
  " already)*(?: put)? "                                                                                              \
  "(?:take|took|taking|on|at|taken|get|got|need|needed|given|prescribed|started|start|use|used|had|"                  \
  "switched|went|go|upped|dropped|weaned|down|up)|my (?:doctor|dr|ob|obgyn|gp|midwife|psych\\w*|doc|nurse|dose|"      \
  "dosage|prescription|meds?|provider|pharmacist|insulin|husband|partner|baby|son|daughter|mom|sister|lo)|put me on|" \
  "prescribed me|gave me|give me|they (?:gave|have|had|put)|(?:he|she|baby|lo)(?:'s| is| was)?(?: \\pL+)? (?:on|"     \
  "takes?|taking|gets?|got|getting|given|had)|the (?:nurse|doctor|hospital|nicu)|told me|doctor "                     \
  "said|(?:started|put|moved|switched|bumped) me|prescribed|started(?: \\pL+)? (?:on|at|with))\\b"
#define OWN_ES                                                                                                           \
  "\\b(?:me (?:recet[oóa]\\w*|mand[oóa]\\w*|di(?:o|eron)|dan|da|pus(?:o|ieron)|indic[oóa]\\w*|sub(?:i[oó]|ieron)|"   \
  "baj(?:[oó]|aron)|tom[oeé])|tomo |tomaba|tomé|tomando|estoy (?:con|en)|llevo|empec[eé]|mi (?:doctora?|"            \
  "m[eé]dic[oa]|gine\\w*|matrona|partera|psiquiatra|dosis|receta|beb[eé]|hij[oa]|ni[ñn][oa]|esposo|marido|mam[aá])|" \
  "le (?:recet\\w*|di(?:o|eron)|mand\\w*|dan|pus\\w*)|la (?:doctora|enfermera)|el (?:doctor|m[eé]dico))"
#define UP_TO_STRENGTH "(?:[^.!?]|[.]\\d)*?[\\d.,]*\\d ?(?:mg|mgs|mcg|µg|μg|mill?igram\\w*|micrograms?|microgramos?)"

// What she may, in advice: "you can take", "try taking", "give him".
#define ADVICE_EN                                                                                    \
  "\\b(?:take|try taking|pop|swallow|giv(?:e|ing) (?:him|her|them|it|baby|the baby|your \\pL+)|you " \
  "(?:can|could|should|"                                                                             \
  "need to|have to|must|may|want to) (?:take|give|have|use|try)(?: (?:him|her|them|baby))?)"
#define ADVICE_ES                                                                                                       \
  "\\b(?:t[oó]mate|toma|tome|t[oó]mese|t[oó]mense|t[oó]mala|dale|d[eé]le|denle|ponle|p[oó]ngale|prueba(?: con)?|" \
  "(?:puedes|puede|debes|debe|deber[ií]as|podr[ií]as|tienes que|tiene que|hay que) (?:tomar(?:te|se)?|dar(?:le)?|"    \
  "poner(?:le)?|usar|probar))"

namespace nightlight::domain {
namespace {

constexpr auto medicine_doses = std::to_array<built_in_pattern>({
    {"\\b" STRENGTH "\\b", OWN_EN UP_TO_STRENGTH
     "|" OWN_ES UP_TO_STRENGTH "|" STRENGTH " ?(?:/|per |por )(?:dl|l|ml)\\b|" STRENGTH
     " (?:of |de |a day of )?(?:caffeine|cafe[ií]na|coffee|caf[eé]|sodium|sodio|cholesterol)\\b|\\b(?:caffeine|"
     "cafe[ií]na|glucose|glucosa|sugar|az[uú]car|bili\\w*|iron was|iron is|ferriti?na?|hemoglobina?)" UP_TO_STRENGTH
     "|" STRENGTH " (?:here|for me|aqu[ií]|in my|in the)\\b"},
    {"\\b\\d+(?:[.,]\\d+)? ?(?:mls?|cc|tsps?|teaspoons?|cucharaditas?) (?:of |de )(?:infant |children'?s |"
     "baby )?(?:tylenol|ibuprofeno?|motrin|advil|benadryl|paracetamol|acetaminophen|melatonina?|jarabe)\\b",
     OWN_EN "[^.!?]*?(?:mls?|cc|tsps?|teaspoons?) of|" OWN_ES "[^.!?]*?(?:mls?|cc|cucharaditas?) de"},
    {ADVICE_EN " (?:about |up to |like |only |just |at least |maybe )?" COUNT_EN "(?: or " COUNT_EN
               ")?(?: more| extra)? " FORM_EN "\\b",
     "\\b(?:i|we|he|she|they|i'll|i'd|i've|i had to|i have to|i need to|can i|should i|do i|could i|may i|told me "
     "to|me|didn't|doesn't|don't|never|not) (?:just |only |always |usually |safely |still )?(?:take|give|have|pop)\\b"},
    {ADVICE_EN " (?:about |up to |like |only |just |at least |maybe )?(?:two|three|four|five|six|a couple|[2-9]|"
               "1[0-9])(?: or (?:three|four|[3-9]))?(?: more)? of\\b",
     "\\b(?:i|we|he|she|they|i'll|i'd|i've|i had to|i have to|i need to|can i|should i|do i|could i|may i|told me "
     "to|me|didn't|doesn't|don't|never|not) (?:just |only |always |usually |safely |still )?(?:take|give|have)\\b|"
     "of (?:the |my |your |our |his |her |these |those )?(?:kids|children|boys|girls|twins|triplets|bottles?|diapers|"
     "nappies|toys|books|feeds?|feedings|naps?|pictures|photos|days|hours|weeks|onesies|blankets|milk|formula|oz|"
     "ounces|us|you|them home)\\b"},
    {"\\b(?:double|triple|halve|increase|up|lower|cut|skip|stop taking|come off|quit) (?:up on |down on )?(?:your|"
     "ur) (?:dose|dosage|meds?|medications?|medicine|pills?|antidepressants?|zoloft|lexapro|sertraline|insulin)\\b"},
    {ADVICE_ES " (?:solo |unos? |unas? |como |hasta |mejor )?" COUNT_ES "(?: o " COUNT_ES ")?(?: m[aá]s)? " FORM_ES
               "\\b",
     "(?:^|[^\\pL])(?:mi \\pL+|ella|[eé]l|qui[eé]n|no|nunca|me dijo que|me dijeron que|que) (?:se )?(?:toma|tome|"
     "puede|debe)\\b"},
    {ADVICE_ES " (?:solo |como |hasta |mejor )?(?:dos|tres|cuatro|media|un par|[2-9])(?: o (?:tres|"
               "cuatro|[3-9]))? de (?:estas|estos|esas|esos|ellas|ellos|las (?:m[ií]as|rojas|blancas|azules)|" FORM_ES
               ")\\b",
     "(?:^|[^\\pL])(?:mi \\pL+|ella|[eé]l|qui[eé]n|no|nunca) (?:se )?(?:toma|puede|debe)\\b"},
    {"\\b(?:duplica|dobla|triplica|s[uú]be(?:le)?|sube|aumenta|b[aá]jale|baja|reduce|deja(?: de tomar)?|"
     "suspende) (?:tu|tus|la|las|a la|a tu) (?:dosis|medicinas?|medicamentos?|pastillas?|antidepresivos?)\\b",
     "\\b(?:me|le|nos|te) (?:duplica|dobla|sube|aumenta|baja|reduce)\\b|\\b(?:mi \\pL+|doctora?|m[eé]dic[oa]) (?:me "
     "|le )?(?:sube|baja|aumenta|reduce)\\b|(?:dosis|pastillas?|medicinas?) de\\b"},
    {"\\b(?:i can (?:send|give|sell) you|i have (?:some )?extra|te (?:mando|paso|vendo|regalo)|me sobran) (?:some |"
     "my |mis |unas |una |\\d+ )*(?:pills|meds|tablets|pastillas|medicinas?|antidepresivos)\\b"},
});

#define BODY_WEIGHT "(?:weight|pounds|lbs?|kilos?|kgs?|inches|fat|belly)"
#define LOSE "(?:lose|losing|lost|drop|dropping|shed|shedding|burn|burning)"
#define ABOUT_BABY_EN "(?:baby|babies|newborn|he|she|his|her|lo|twins?|son|daughter|birth ?weight)"
#define ABOUT_BABY_ES "(?:beb[eé]s?|ni[ñn][oa]s?|hij[oa]s?|peque\\w*|gemel[oa]s|reci[eé]n nacid\\w*)"

constexpr auto diet_talk = std::to_array<built_in_pattern>({
    {"\\b(?:lose|losing|lost|drop|dropping|shed|shedding|burn|burning) (?:all )?(?:the |this |my |your )?(?:extra |"
     "last )?(?:baby|pregnancy|belly|post-?partum|post partum|mom|mum) (?:weight|fat|pounds|belly)\\b"},
    {"\\b(?:trying|try|tried|want|wanted|need|hoping|started|going|how|tips|help(?:ed)? (?:me|you)|easy|"
     "fastest way)(?: to| do you| did you| do i| can i| did i)? " LOSE
     " (?:some |the |this |my |a few |a little |all |\\d+ |ten |twenty |that |last )*" BODY_WEIGHT "\\b",
     "\\b" ABOUT_BABY_EN "(?:'s|s)? [^.!?]*?" LOSE "\\b"},
    {"\\b(?:i|i've|i have)(?: already| just| only)? (?:lost|dropped|shed) (?:\\d+|ten|fifteen|twenty|"
     "thirty) (?:pounds|lbs|kilos?|kgs?)\\b",
     "\\bi[^.!?]*?(?:lost|dropped)[^.!?]*(?:hyperemesis|\\bhg\\b|vomit|throwing up|puk|sick|nausea|blood)"},
    {"\\b(?:weight|fat)[ -]?loss (?:plans?|programs?|pills?|shakes?|teas?|drinks?|diets?|journey|tips?|goals?|drugs?|"
     "injections?|shots?|challenge|coach|surgery)\\b|\\b(?:keto|intermittent fasting|whole "
     "?30|atkins|ozempic|wegovy|mounjaro|weight ?watchers|slimming world|noom|juice cleanse|skinny tea|detox (?:tea|"
     "diet|drink|juice|cleanse)|crash diet(?:s|ing)?|fad diets?|dieting)\\b"},
    {"\\b(?:count|counting|track|tracking|cut|cutting|restrict(?:ing)?|log(?:ging)?) (?:my |your |the )?calories\\b|"
     "\\bcalorie (?:deficit|counting|restriction)\\b|\\b\\d{3,4} (?:calories|kcal|cals)(?: (?:a|per) day| daily)?\\b",
     "(?:extra|more|additional) (?:\\d+ )?(?:calories|kcal|cals)|(?:nursing|breast ?-?feeding|pump\\w*|making milk|"
     "formula|fortif\\w*|milk)[^.!?]*?(?:calories|kcal|cals)|\\d+ (?:more |extra )?(?:calories|kcal|"
     "cals)[^.!?]*(?:nursing|breast ?-?feed\\w*|pump\\w*|milk)"},
    {"\\b(?:i'm|i am|i'll be|im|been|going|go|went|start(?:ing|ed)?|put me|stick(?:ing)? to)(?: back)?(?: on)? (?:a|"
     "my|this|the) (?:strict |new |\\d+ day )?diet\\b|\\bmy diet (?:starts|is going)\\b|\\bpre-?(?:baby|"
     "pregnancy) (?:weight|jeans|body|size)\\b|\\b(?:thigh gap|summer body|bikini body|flat (?:tummy|stomach|belly)|"
     "muffin top)\\b",
     "diet (?:for|because of) (?:gd|gestational|diabetes|reflux|allerg\\w*|my (?:gd|diabetes)|cmpa|the baby|baby)"},
    {"\\b(?:quiero|quisiera|necesito|intento|intentando|tratando de|c[oó]mo|para|logr[eé]|ayuda a|ayudan a|"
     "empezar a) (?:bajar|perder|rebajar|quemar|quitarme|eliminar)(?: de| unos| los| el| esos| estos| la| las|"
     " \\d+)* (?:peso|kilos|kilitos|kg|libras|grasa|panza|barriga)\\b|\\b(?:baj[eé]|perd[ií]) (?:ya |como )?(?:\\d+|"
     "diez|cinco|unos) (?:kilos|kg|libras)\\b|\\bc[oó]mo (?:le haces para |hago para )?(?:bajo|pierdo|bajas|pierdes|"
     "bajaste|bajaron) (?:de )?peso\\b",
     ABOUT_BABY_ES "[^.!?]*?(?:peso|kilos|kg|libras)|\\bperd[ií][^.!?]*(?:v[oó]mit|hiper[eé]mesis|n[aá]usea|sangre)"},
    {"\\b(?:adelgazar|adelgazando|adelgac[eé]|estoy a dieta|ponerme a dieta|(?:hacer|haciendo|empec[eé]|"
     "empezar) (?:una |la )?dieta|a dieta|rebajar de peso|quema ?grasas?|ayuno intermitente|batidos? (?:detox|"
     "adelgazantes?|para bajar)|t[eé] (?:detox|adelgazante|verde para bajar)|dieta (?:keto|cetog[eé]nica|detox|"
     "milagro|de la pi[ñn]a|baja en calor[ií]as))",
     ABOUT_BABY_ES "[^.!?]*?(?:adelga|dieta)|dieta (?:sin|libre de|de exclusi[oó]n|para la diabetes|por la diabetes|"
                   "blanda|l[ií]quida)"},
    {"\\b(?:contar|contando|cuento|cortar|restringir) (?:las )?calor[ií]as\\b|\\bd[eé]ficit cal[oó]rico\\b|"
     "\\b\\d{3,4} calor[ií]as\\b",
     "calor[ií]as (?:m[aá]s|extra|adicionales)|(?:leche|lactancia|amamantar|dar (?:el )?pecho|f[oó]rmula|"
     "extraer\\w*)[^.!?]*?calor[ií]as|calor[ií]as[^.!?]*(?:leche|lactancia|amamantar|dar (?:el )?pecho)"},
});

#define ABOUT_BUYING "(?:prices?|pricing|info|information|details|orders?|link|to order|to buy|to join|to sign up)"

constexpr auto selling = std::to_array<built_in_pattern>({
    {"\\b(?:dm|message|text|inbox|write|pm|msg|email|contact|ask) (?:me |us )?(?:for|about) (?:the |more |my |our "
     ")*" ABOUT_BUYING "\\b|\\b(?:dm|message|text|inbox|pm|msg) (?:me |us )?to (?:order|buy|join|sign up|shop)\\b"},
    {"\\b(?:use|with|enter|apply|try) (?:my|our) (?:discount |promo |referral |affiliate |coupon )?code\\b|"
     "\\b(?:promo|discount|coupon|referral|affiliate) (?:code|link)\\b|\\buse (?:my|our) link\\b|\\b(?:venmo|zelle|"
     "cash ?app) me\\b"},
    {"\\blinks? (?:is |are )?in (?:my |the |our )?(?:bio|profile)\\b"},
    {"\\b(?:check out|visit|shop|buy|order from|see) (?:my|our) (?:new )?(?:shop|store|etsy|site|website|channel|"
     "course|program|e-?book|guide|products?|line|collection|business|small business)\\b|\\bbuy (?:my|our|from me)\\b"},
    {"\\b(?:i|we|i'm|im|we're|i am|we are)(?: also| actually)? (?:sell|selling)\\b|\\b(?:i|we) (?:have|"
     "got) [^.!?]*?\\bfor sale\\b|\\bi'?m an? (?:\\pL+ ){0,2}(?:consultant|rep|distributor|ambassador) (?:for|with)\\b",
     "sell(?:ing)? (?:out|myself short|(?:my|our|the) (?:house|home|car|soul|body))\\b"},
    {"\\b\\d{1,2} ?% (?:off|discount)\\b|\\b(?:free shipping|special offer|limited[ -]time offer|order now|"
     "business opportunity|be your own boss|passive income|earn (?:money )?from home|work from home opportunity)\\b|"
     "\\bjoin my (?:team|course|program|downline|challenge|paid \\pL+)\\b"},
    {"\\b(?:m[aá]nd|env[ií]|escr[ií]b|h[aá]bl)(?:a|e|en|an)me(?: un)?(?: (?:dm|md|mensaje|inbox|privado))* (?:para|"
     "por|y te paso) (?:el |los |la |m[aá]s |las )*(?:precios?|info|informaci[oó]n|informes|detalles|pedidos?|"
     "comprar|pedir|ordenar)\\b|\\b(?:precios?|info|informes|detalles|pedidos) por (?:dm|md|inbox|interno|privado|"
     "mensaje|whats ?app)\\b"},
    {"\\b(?:usa|usen|use|utiliza|utilicen|aplica|con|pon) (?:mi|nuestro) (?:c[oó]digo|cup[oó]n)\\b|"
     "\\bc[oó]digo de (?:descuento|referid[oa])\\b|\\b\\d{1,2} ?% de descuento\\b",
     "c[oó]digo postal"},
    {"\\b(?:link|enlace|liga) (?:est[aá] )?en (?:mi |la |el )?(?:bio|biograf[ií]a|perfil)\\b|(?:[uú]nete|"
     "[uú]nanse) a mi (?:equipo|negocio|programa|reto|curso)\\b|\\bgan(?:a|ar|e|en) dinero desde (?:tu )?casa\\b|"
     "\\benv[ií]os? gratis\\b"},
    {"\\b(?:vendo|vendemos|estoy vendiendo|estamos vendiendo|tengo (?:\\pL+ )*a la venta|se venden?|compr(?:a|en|"
     "e) (?:mi|mis|nuestr[oa]s?))\\b",
     "\\b(?:me|te|se) (?:las? |los? )?vendo\\b|se venden? en (?:la |el "
     ")?(?:farmacia|tienda|s[uú]per|target|walmart)|\\b(?:d[oó]nde|tambi[eé]n|ya no|no) se venden?\\b"},
});

}  // namespace

std::span<const built_in_pattern> medicine_dose_patterns() { return medicine_doses; }
std::span<const built_in_pattern> diet_talk_patterns() { return diet_talk; }
std::span<const built_in_pattern> selling_patterns() { return selling; }

}  // namespace nightlight::domain
