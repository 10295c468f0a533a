import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"70014 ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID","description":"UserSig 属于另一个 SDKAppID。 签发和客户端使用同一个 SDKAppID。","frontmatter":{"title":"70014 ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID","description":"UserSig 属于另一个 SDKAppID。 签发和客户端使用同一个 SDKAppID。","code":"70014","prev":false,"next":false},"headers":[],"relativePath":"zh/codes/70014.md","filePath":"zh/codes/70014.md"}');
const _sfc_main = { name: "zh/codes/70014.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="70014" tabindex="-1">70014 <a class="header-anchor" href="#70014" aria-label="Permalink to &quot;70014&quot;">​</a></h1><p><a href="/usersig/codes/70014.html">English</a> · <strong>中文</strong></p><p>又写作: <code>ERR_SVR_ACCOUNT_USERSIG_MISMATCH_SDKAPPID</code>, <code>ERR_SERVER_SSO_APPID_NOT_MATCH</code></p><p><strong>由谁返回:</strong> 腾讯云服务端</p><p>UserSig 属于另一个 SDKAppID。</p><h2 id="处理办法" tabindex="-1">处理办法 <a class="header-anchor" href="#处理办法" aria-label="Permalink to &quot;处理办法&quot;">​</a></h2><p>签发和客户端使用同一个 SDKAppID。</p><h2 id="可能的原因最常见的在前" tabindex="-1">可能的原因，最常见的在前 <a class="header-anchor" href="#可能的原因最常见的在前" aria-label="Permalink to &quot;可能的原因，最常见的在前&quot;">​</a></h2><ol><li><strong>某个组件里写死了另一个 SDKAppID，例如示例代码 TRTCCalling.js 里的 1400188366。</strong> 在客户端代码里搜索 SDKAppID 和 1400，全部改成同一个值。</li><li><strong>服务端签发用的应用与客户端初始化用的应用不同，例如测试环境和正式环境混用。</strong> 客户端使用业务服务端返回的 sdkAppId。</li></ol><p>出处: <a href="https://cloud.tencent.com/document/product/679/131708" target="_blank" rel="noreferrer">cloud.tencent.com/document/product/679/131708</a></p><p>-70014 与 70014 相同：原生 SDK 会在服务端错误码前面加上负号。</p><h2 id="找出您遇到的是哪一种原因" tabindex="-1">找出您遇到的是哪一种原因 <a class="header-anchor" href="#找出您遇到的是哪一种原因" aria-label="Permalink to &quot;找出您遇到的是哪一种原因&quot;">​</a></h2><p>把 UserSig、日志里的一行或者错误码粘贴进去。票据和密钥都不会离开您的电脑。</p><div class="language-sh vp-adaptive-theme"><button title="Copy Code" class="copy"></button><span class="lang">sh</span><pre class="shiki shiki-themes github-light-high-contrast github-dark-high-contrast vp-code" tabindex="0"><code><span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> 70014</span></span>
<span class="line"><span style="--shiki-light:#702C00;--shiki-dark:#FFB757;">npx</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> usersig</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> doctor</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> &#39;eJw…&#39;</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --key-file</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> .env</span><span style="--shiki-light:#023B95;--shiki-dark:#91CBFF;"> --user</span><span style="--shiki-light:#032563;--shiki-dark:#ADDCFF;"> alice</span></span></code></pre></div><p>也可以在浏览器里诊断：<a href="/console/" target="_self">控制台</a>。 <a href="/usersig/zh/codes/">全部错误码</a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("zh/codes/70014.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const _70014 = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  _70014 as default
};
