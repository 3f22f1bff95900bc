package io.airouter.upstream;

import static io.airouter.upstream.Dialects.call;
import static io.airouter.upstream.Dialects.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.model.TokenUsage;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiDialectTest {
  private static final String CHUNKS =
      """
      data: {'id':'c1','created':5,'model':'x','choices':[{'index':0,'delta':{'role':'assistant','content':''}}],'usage':null}

      : keep-alive

      data: {'id':'c1','created':5,'model':'x','choices':[{'index':0,'delta':{'content':'Hi'}}],'usage':null}

      data: {'id':'c1','created':5,'model':'x','choices':[{'index':0,'delta':{},'finish_reason':'stop'}],'usage':null}

      data: {'id':'c1','created':5,'model':'x','choices':[],'usage':{'prompt_tokens':3,'completion_tokens':2}}

      data: [DONE]

      """;

  private final ChatDialect dialect = OpenAiDialect.INSTANCE;

  @Test
  void aRequestPassesThroughButForTheModelsName() {
    assertThat(
            dialect.request(
                call(
                    Fleet.gpt(),
                    "{'model':'auto','messages':[],'new_field':{'a':1},'stream_options':{}}"),
                false))
        .isEqualTo(
            json("{'model':'gpt-4-upstream','messages':[],'new_field':{'a':1},'stream':false}"));
  }

  @Test
  void usageIsAlwaysAskedOfAStream() {
    assertThat(dialect.request(call(Fleet.gpt(), "{'model':'auto'}"), true))
        .isEqualTo(
            json(
                """
                {'model':'gpt-4-upstream','stream':true,'stream_options':{'include_usage':true}}
                """));
  }

  @Test
  void aBareAnswerIsFilledUpToTheFullShape() throws Exception {
    Completion completion =
        dialect.completion(json("{'choices':[{'message':{'content':'Hello'}}]}"), Dialects.FRAME);
    assertThat(completion.usage()).isEqualTo(new TokenUsage(12, 2, 0, true));
    assertThat(completion.body())
        .isEqualTo(
            json(
                """
                {'choices':[{'message':{'content':'Hello','role':'assistant'},'index':0,
                   'finish_reason':'stop'}],
                 'id':'chatcmpl-req-1','created':1000,'object':'chat.completion','model':'gpt-4',
                 'usage':{'prompt_tokens':12,'completion_tokens':2,'total_tokens':14,
                   'prompt_tokens_details':{'cached_tokens':0}}}
                """));
  }

  @Test
  void usageStaysWithTheRouterWhereTheCallerDidNotAsk() throws Exception {
    Dialects.Streamed streamed = Dialects.stream(dialect, CHUNKS, false);
    assertThat(streamed.chunks()).hasSize(3).noneMatch(c -> c.containsKey("usage"));
    assertThat(streamed.chunks()).allMatch(c -> c.getString("model").equals("gpt-4"));
    assertThat(streamed.completion().usage()).isEqualTo(new TokenUsage(3, 2, 0, false));
    assertThat(streamed.completion().text()).isEqualTo("Hi");
  }

  @Test
  void usageReachesACallerThatAsked() throws Exception {
    Dialects.Streamed streamed = Dialects.stream(dialect, CHUNKS, true);
    assertThat(streamed.chunks()).hasSize(4);
    assertThat(streamed.chunks().getLast().getJsonArray("choices")).isEmpty();
    assertThat(streamed.chunks().getLast().getJsonObject("usage").getInt("prompt_tokens"))
        .isEqualTo(3);
  }

  @Test
  void anAnswerWithoutChoicesIsRubbish() {
    assertThatThrownBy(() -> dialect.completion(json("{'ok':true}"), Dialects.FRAME))
        .isInstanceOf(RubbishException.class);
    assertThatThrownBy(() -> Dialects.stream(dialect, "data: {'ok':true}\n\n", false))
        .isInstanceOf(RubbishException.class);
    assertThatThrownBy(() -> Dialects.stream(dialect, "data: nonsense\n\n", false))
        .isInstanceOf(RubbishException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:1,                     http://127.0.0.1:1/v1/chat/completions",
    "http://127.0.0.1:1/,                    http://127.0.0.1:1/v1/chat/completions",
    "http://127.0.0.1:1/v1,                  http://127.0.0.1:1/v1/chat/completions",
    "http://127.0.0.1:1/gpu/v1/,             http://127.0.0.1:1/gpu/v1/chat/completions",
    "http://127.0.0.1:1/v1/chat/completions, http://127.0.0.1:1/v1/chat/completions"
  })
  void theBaseUrlMayNameTheVersionOrNot(String base, String url) {
    assertThat(BaseUrl.join(URI.create(base), dialect.path())).isEqualTo(URI.create(url));
  }
}
