/** Lists words that are written for each other because they sound or look alike, although more than a letter may part them. */
const GROUPS = (
  "no know,by buy,due do,ad add,advice advise,breath breathe,cloth clothe clothes,bath bathe,effect affect," +
  "lost lose loose,loss lose,sale sell,send sent,lend lent,seem seen,been be being,us is,though thought," +
  "through threw thorough,knot not,mis miss,won want,wont want,thing think,meat meet,team teem,were where we're," +
  "form from,sit site,sight site side,would wood,cold could,shout should,new knew,now know,hole whole,weather whether," +
  "right write,piece peace,their there they're,your you're,its it's,whose who's,to too two,then than,our are," +
  "quite quiet quit,accept except,passed past,led lead,hear here,one once,off of,ever every,later latter,road rode," +
  "herd heard,bare bear,brake break,buy bye,cell sell,coarse course,complement compliment,council counsel,dear deer," +
  "die dye,fair fare,flour flower,hair hare,heal heel,hour our,knight night,made maid,mail male,pail pale,pain pane," +
  "pair pear,plain plane,pray prey,principal principle,rain rein reign,sail sale,sea see,sew so,soar sore,son sun," +
  "stair stare,stationary stationery,steal steel,tail tale,waist waste,wait weight,way weigh,weak week,wear where," +
  "which witch,wich which,bee be,fir for,ma my,mach much,tan than,hat had,which wish,as has,live life leave,chose choose," +
  "prove proof,belief believe,relief relieve,success succeed,choice choose,speech speak,use used,suppose supposed," +
  "build built,spend spent,feel fell felt,fill feel,find found,fine find,walk work,want went,say said,think thank," +
  "thanks thinks,lay lie,raise rise,sit set,desert dessert,personal personnel,moral morale,device devise," +
  "practice practise,licence license,price prize,wander wonder,angle angel,diary dairy,trail trial,casual causal," +
  "conscious conscience,economic economical,farther further,imply infer,economy economic,beside besides," +
  "sometime sometimes,everyday every,any many,may many my,though through tough,bought brought,ensure insure," +
  "access excess,adapt adopt,aloud allowed,alter altar,ascent assent,bass base,basis bases,berth birth,born borne," +
  "bored board,bridle bridal,capital capitol,censor sensor,cereal serial,cite site sight,core corps,currant current," +
  "dual duel,elicit illicit,eminent imminent,envelop envelope,fiend friend,feet feat,forth fourth,foul fowl,gait gate," +
  "grate great,guessed guest,hail hale,hoarse horse,idle idol,knead need,lessen lesson,loan lone,manner manor," +
  "marshal martial,medal metal,miner minor,muscle mussel,naval navel,patience patients,peal peel,pedal peddle,peer pier," +
  "pole poll,pore pour,profit prophet,quiet quite,rap wrap,read red,role roll,root route,scene seen,shear sheer," +
  "sole soul,stake steak,suite sweet,their there,thrown throne,tied tide,toe tow,vain vein vane,vary very,wave waive," +
  "whine wine,woman women,man men,this these,that those"
)
  .split(",")
  .map((group) => group.split(" "));

/** Maps words to those that may be meant by them because they sound or look alike. */
export const SOUND_ALIKES: ReadonlyMap<string, ReadonlySet<string>> = mapGroups();

function mapGroups(): Map<string, Set<string>> {
  const map = new Map<string, Set<string>>();
  for (const group of GROUPS)
    for (const word of group) {
      const others = map.get(word) ?? new Set();
      map.set(word, others);
      for (const other of group) if (other !== word) others.add(other);
    }
  return map;
}
